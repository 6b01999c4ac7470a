-- Passes over families whose decision may be another one: as time passes, and after a rule was corrected.
create table screening_run (
    id           uuid        not null,
    -- DUE: families whose day has come. ALL: every family, because the rules are others.
    kind         text        not null,
    day          date        not null,
    rule_version text        not null,
    -- ALL goes by id; DUE needs no place, a family done is no longer due
    last_family  uuid        not null default '00000000-0000-0000-0000-000000000000',
    screened     bigint      not null default 0,
    changed      bigint      not null default 0,
    started_at   timestamptz not null default clock_timestamp(),
    finished_at  timestamptz,
    constraint screening_run_pk primary key (id),
    constraint screening_run_kind check (kind in ('DUE', 'ALL'))
);
create unique index screening_run_of_a_day on screening_run (day) where kind = 'DUE';
create unique index screening_run_one_of_all on screening_run ((true)) where kind = 'ALL' and finished_at is null;
create index screening_run_by_start on screening_run (started_at);

-- What would change if a rule had another value: computed before it is put in force.
create table rule_preview (
    id           uuid        not null,
    areas        text[]      not null,
    made_by      text        not null,
    changes      jsonb       not null,
    day          date        not null,
    base_version text        not null,
    state        text        not null default 'RUNNING',
    last_family  uuid        not null default '00000000-0000-0000-0000-000000000000',
    screened     bigint      not null default 0,
    started_at   timestamptz not null default clock_timestamp(),
    finished_at  timestamptz,
    enacted_by   text,
    enacted_at   timestamptz,
    constraint rule_preview_pk primary key (id),
    constraint rule_preview_state check (state in ('RUNNING', 'DONE', 'ENACTED')),
    constraint rule_preview_finished check ((state = 'RUNNING') = (finished_at is null)),
    constraint rule_preview_enacted check ((state = 'ENACTED') = (enacted_at is not null))
);
create index rule_preview_running on rule_preview (started_at) where state = 'RUNNING';
create table rule_preview_change (
    preview_id uuid             not null,
    family_id  uuid             not null,
    area_code  text collate "C" not null,
    was_at_risk boolean         not null,
    is_at_risk  boolean         not null,
    gained      text[]          not null,
    lost        text[]          not null,
    constraint rule_preview_change_pk primary key (preview_id, area_code, family_id),
    constraint rule_preview_change_preview foreign key (preview_id) references rule_preview (id) on delete cascade
);

-- The yearly verification: who was at risk when it was taken. New is who was not the year before.
create table krs_verification (
    year      integer          not null,
    area_code text collate "C" not null,
    taken_on  date             not null,
    taken_by  text             not null,
    constraint krs_verification_pk primary key (year, area_code),
    constraint krs_verification_of_a_kabupaten check (length(area_code) = 5)
);
create table krs_verified_family (
    year         integer          not null,
    family_id    uuid             not null,
    area_code    text collate "C" not null,
    welfare_rank smallint,
    constraint krs_verified_family_pk primary key (year, family_id)
);
create index krs_verified_family_by_area on krs_verified_family (year, area_code);

alter table rule_preview enable row level security;
alter table rule_preview force row level security;
create policy rule_preview_scope on rule_preview
    using (not exists (select from unnest(areas) as own (area) where not app_in_scope(own.area)))
    with check (not exists (select from unnest(areas) as own (area) where not app_in_scope(own.area)));
alter table rule_preview_change enable row level security;
alter table rule_preview_change force row level security;
create policy rule_preview_change_scope on rule_preview_change
    using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table krs_verification enable row level security;
alter table krs_verification force row level security;
create policy krs_verification_scope on krs_verification
    using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table krs_verified_family enable row level security;
alter table krs_verified_family force row level security;
create policy krs_verified_family_scope on krs_verified_family
    using (app_in_scope(area_code)) with check (app_in_scope(area_code));

grant select, insert, update on screening_run to ${app_role};
grant select, insert, update, delete on rule_preview to ${app_role};
grant select, insert, delete on rule_preview_change to ${app_role};
grant select, insert, update on krs_verified_family to ${app_role};
grant select, insert on krs_verification to ${app_role};

-- The application may add a version of a screening rule, and no other; it still owns no table and changes no row.
create function enact_screening_rule(of_code text, new_value jsonb, holds_from date, its_source text, its_note text)
    returns integer
    language plpgsql security definer set search_path = public, pg_temp
as $$
declare
    next_version integer;
begin
    select max(version) + 1 into next_version from rule where code = of_code and code like 'krs.%';
    if next_version is null then
        raise exception 'no screening rule of this code' using errcode = '22023';
    end if;
    insert into rule (code, version, valid_from, value, source, note)
    values (of_code, next_version, holds_from, new_value, its_source, its_note);
    return next_version;
end
$$;
revoke execute on function enact_screening_rule(text, jsonb, date, text, text) from public;
grant execute on function enact_screening_rule(text, jsonb, date, text, text) to ${app_role};
