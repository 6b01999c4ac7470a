-- What registry and measurement told about a child, its latest version of each. Version 0 is "not told yet".
-- The registry decides where a child lives; until it has told, the place of its measurement stands in.
create table child (
    id                uuid    not null,
    family_id         uuid    not null,
    area_code         text    collate "C" not null,
    residence_version bigint  not null default 0,
    active            boolean not null default true,
    growth_version    bigint  not null default 0,
    stunting          text    not null default 'NORMAL',
    constraint child_pk primary key (id),
    constraint child_stunting check (stunting in ('NORMAL', 'STUNTED', 'SEVERELY_STUNTED'))
) with (fillfactor = 80);

-- A family's row is also the lock under which the needs and referrals of the family change.
create table family (
    id           uuid   not null,
    area_code    text   collate "C" not null,
    version      bigint not null default 0,
    risk_factors text[] not null default '{}',
    constraint family_pk primary key (id)
) with (fillfactor = 80);

create table need (
    id         uuid   not null,
    child_id   uuid   not null,
    family_id  uuid   not null,
    area_code  text   collate "C" not null,
    severity   text   not null,
    state      text   not null,
    opened_on  date   not null,
    closed_on  date,
    reason     text   not null,
    version    bigint not null,
    constraint need_pk primary key (id),
    constraint need_child foreign key (child_id) references child (id),
    constraint need_severity check (severity in ('STUNTED', 'SEVERELY_STUNTED')),
    constraint need_state check (state in ('OPEN', 'CLOSED')),
    constraint need_closed_has_a_day check ((state = 'CLOSED') = (closed_on is not null)),
    constraint need_closed_after_opening check (closed_on >= opened_on)
);
create unique index need_one_open_per_child on need (child_id) where state = 'OPEN';
create index need_open_of_family on need (family_id) where state = 'OPEN';
create index need_open_by_area on need (area_code, id) include (severity) where state = 'OPEN';
create index need_closed_by_area on need (area_code, id) where state = 'CLOSED';

create table referral (
    id           uuid    not null,
    family_id    uuid    not null,
    area_code    text    collate "C" not null,
    risk_factor  text    not null,
    field        text    not null,
    rule_version integer not null,
    state        text    not null,
    opened_on    date    not null,
    closed_on    date,
    reason       text    not null,
    version      bigint  not null,
    constraint referral_pk primary key (id),
    constraint referral_family foreign key (family_id) references family (id),
    constraint referral_state check (state in ('OPEN', 'CLOSED')),
    constraint referral_closed_has_a_day check ((state = 'CLOSED') = (closed_on is not null)),
    constraint referral_closed_after_opening check (closed_on >= opened_on)
);
create unique index referral_one_open_per_factor on referral (family_id, risk_factor) where state = 'OPEN';
create index referral_open_by_area on referral (area_code, id) where state = 'OPEN';
create index referral_closed_by_area on referral (area_code, id) where state = 'CLOSED';

alter table child enable row level security;
alter table child force row level security;
create policy child_scope on child using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table family enable row level security;
alter table family force row level security;
create policy family_scope on family using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table need enable row level security;
alter table need force row level security;
create policy need_scope on need using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table referral enable row level security;
alter table referral force row level security;
create policy referral_scope on referral using (app_in_scope(area_code)) with check (app_in_scope(area_code));

grant select, insert, update, delete on child, family, need, referral to ${app_role};
