-- Two words of one name together find a person among hundreds of thousands, where one word alone finds every tenth. Both orders are
-- there, so that of two words either may be the misspelt one: the other is known, and half of it.
create table name_pair (
    person_id uuid             not null,
    family_id uuid             not null,
    area_code text collate "C" not null,
    -- two words as they sound, with a space between
    pair      text collate "C" not null,
    -- the same with the second from its end
    back      text collate "C" not null,
    constraint name_pair_pk primary key (person_id, pair)
);
create index name_pair_by_pair on name_pair (pair, area_code, person_id);
create index name_pair_by_back on name_pair (back, area_code, person_id);
alter table name_pair enable row level security;
alter table name_pair force row level security;
create policy name_pair_scope on name_pair using (app_in_scope(area_code)) with check (app_in_scope(area_code));
grant select, insert, delete on name_pair to ${app_role};

create or replace function forget_names() returns trigger
    language plpgsql
as $$
begin
    delete from name_word using old_rows where name_word.person_id = old_rows.id;
    delete from name_pair using old_rows where name_pair.person_id = old_rows.id;
    delete from name_to_index using old_rows where name_to_index.person_id = old_rows.id;
    return null;
end
$$;

-- the owner, too, sees only what is in its scope
select set_config('app.wilayah', '*', true);
insert into name_to_index select distinct person_id from name_word on conflict do nothing;
