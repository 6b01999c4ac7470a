-- Days of a desa whose deliveries changed, for the calendar, which shows one entry for all of them: whoever plans, reports, moves or
-- erases only leaves a note here and waits for nobody. Kept by the database, so that no way of changing a delivery is forgotten.
create table delivery_day_changed (
    id        bigint generated always as identity,
    area_code text collate "C" not null,
    day       date not null,
    constraint delivery_day_changed_pk primary key (id)
);
alter table delivery_day_changed enable row level security;
alter table delivery_day_changed force row level security;
create policy delivery_day_changed_scope on delivery_day_changed
    using (app_in_scope(area_code)) with check (app_in_scope(area_code));
grant select, insert, update, delete on delivery_day_changed to ${app_role};

create function note_days_of_new_deliveries() returns trigger language plpgsql as $$
begin
    insert into delivery_day_changed (area_code, day) select distinct area_code, day from new_rows;
    return null;
end $$;
create function note_days_of_changed_deliveries() returns trigger language plpgsql as $$
begin
    insert into delivery_day_changed (area_code, day)
    select area_code, day from old_rows union select area_code, day from new_rows;
    return null;
end $$;
create function note_days_of_erased_deliveries() returns trigger language plpgsql as $$
begin
    insert into delivery_day_changed (area_code, day) select distinct area_code, day from old_rows;
    return null;
end $$;
create trigger delivery_made after insert on delivery referencing new table as new_rows
    for each statement execute function note_days_of_new_deliveries();
create trigger delivery_changed after update on delivery referencing old table as old_rows new table as new_rows
    for each statement execute function note_days_of_changed_deliveries();
create trigger delivery_erased after delete on delivery referencing old table as old_rows
    for each statement execute function note_days_of_erased_deliveries();

select set_config('app.wilayah', '*', true);
insert into delivery_day_changed (area_code, day) select distinct area_code, day from delivery;
