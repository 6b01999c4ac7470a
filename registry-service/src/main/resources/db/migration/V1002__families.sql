-- Posyandu, families and children. Identity columns (…_sealed) are encrypted by the application with the family's data key;
-- …_index is a keyed hash that finds them; fingerprint recognises the same registration sent again.

create table posyandu (
    id          uuid             not null,
    area_code   text collate "C" not null,
    name        text             not null,
    -- upper case, single spaces, without the word POSYANDU
    normal_name text             not null,
    registered_at timestamptz    not null default clock_timestamp(),
    constraint posyandu_pk primary key (id),
    constraint posyandu_once unique (area_code, normal_name),
    constraint posyandu_area foreign key (area_code) references area (code),
    constraint posyandu_desa check (length(area_code) = 13)
);

create table family (
    id                     uuid             not null,
    area_code              text collate "C" not null,
    rw                     text,
    rt                     text,
    head_name              text,
    data_key               bytea            not null,
    card_sealed            bytea,
    card_index             bytea,
    phone_sealed           bytea,
    address_sealed         bytea,
    drinking_water         text,
    latrine                text,
    contraception          text,
    wife_birth_date        date,
    pregnant               boolean,
    children               integer,
    closest_spacing_months integer,
    declared_youngest      date,
    welfare_rank           smallint,
    -- the youngest child in this registry; keeps a family targeted
    youngest_child         date,
    targeted               boolean          not null,
    at_risk                boolean          not null,
    risk_factors           text[]           not null,
    rule_version           text             not null,
    priority               text,
    priority_reason        text,
    fingerprint            bytea            not null,
    version                bigint           not null,
    registered_at          timestamptz      not null default clock_timestamp(),
    changed_at             timestamptz      not null default clock_timestamp(),
    constraint family_pk primary key (id),
    -- a child lives where its family lives: the foreign key of child holds both columns together
    constraint family_place unique (id, area_code),
    constraint family_area foreign key (area_code) references area (code),
    constraint family_desa check (length(area_code) = 13),
    constraint family_welfare_rank check (welfare_rank between 1 and 10),
    constraint family_risk check (targeted or not at_risk),
    constraint family_priority check ((priority is null) = (priority_reason is null) and priority in ('HIGH', 'HIGHEST')),
    constraint family_version check (version > 0)
);
create index family_by_area on family (area_code, id);
create index family_by_priority on family (area_code, priority, id) where priority is not null;
create index family_by_card on family (card_index) where card_index is not null;

create table child (
    id                uuid             not null,
    family_id         uuid             not null,
    area_code         text collate "C" not null,
    posyandu_id       uuid,
    sex               text             not null,
    birth_date        date             not null,
    name              text,
    mother_name       text,
    father_name       text,
    nik_sealed        bytea,
    nik_index         bytea,
    birth_order       smallint,
    birth_weight_grams integer,
    birth_length_cm   numeric(4, 1),
    active            boolean          not null,
    -- what measurement-service last said of the child, and the version of that statement
    stunting          text,
    stunting_version  bigint,
    fingerprint       bytea            not null,
    version           bigint           not null,
    registered_at     timestamptz      not null default clock_timestamp(),
    changed_at        timestamptz      not null default clock_timestamp(),
    constraint child_pk primary key (id),
    constraint child_family foreign key (family_id, area_code) references family (id, area_code) on update cascade,
    constraint child_posyandu foreign key (posyandu_id) references posyandu (id),
    constraint child_sex check (sex in ('L', 'P')),
    constraint child_stunting check (stunting in ('NORMAL', 'STUNTED', 'SEVERELY_STUNTED')),
    constraint child_version check (version > 0)
);
create index child_by_family on child (family_id);
create index child_by_area on child (area_code, id);
-- matching of a file's rows: born on that day, of that sex, in this kabupaten
create index child_by_birth on child (birth_date, sex, area_code);
create index child_by_nik on child (nik_index) where nik_index is not null;

alter table posyandu enable row level security;
alter table posyandu force row level security;
create policy posyandu_scope on posyandu using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table family enable row level security;
alter table family force row level security;
create policy family_scope on family using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table child enable row level security;
alter table child force row level security;
create policy child_scope on child using (app_in_scope(area_code)) with check (app_in_scope(area_code));

grant select, insert, update, delete on posyandu, family, child to ${app_role};
