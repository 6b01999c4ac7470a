-- Systems that send to the registry: their own ids, how their files are read, and a ledger of what they sent.

create table source (
    id         uuid        not null,
    -- the areas it was first used for, as the scope of a caller is written: the same name elsewhere is another source
    owner      text        not null,
    areas      text[]      not null,
    name       text        not null,
    created_at timestamptz not null default clock_timestamp(),
    constraint source_pk primary key (id),
    constraint source_once unique (owner, name),
    constraint source_areas check (cardinality(areas) > 0),
    constraint source_name check (name ~ '^[a-z0-9][a-z0-9-]{0,49}$')
);

-- Every version of a mapping profile: an import says which one it ran with.
create table source_mapping (
    source_id uuid        not null,
    format    text        not null,
    version   bigint      not null,
    profile   jsonb       not null,
    stored_at timestamptz not null default clock_timestamp(),
    constraint source_mapping_pk primary key (source_id, format, version),
    constraint source_mapping_source foreign key (source_id) references source (id) on delete cascade,
    constraint source_mapping_version check (version > 0)
);

-- What a source calls a record. The id itself may be a NIK and is nowhere: key is its keyed hash. said holds a keyed hash of
-- each field as the source said it last, so that only what it says anew may replace what only it has said.
create table external_id (
    source_id uuid        not null,
    kind      text        not null,
    key       uuid        not null,
    -- false for records that came without an id and are known by what they say
    own_id    boolean     not null,
    family_id uuid,
    child_id  uuid,
    member_id uuid,
    pregnancy_id uuid,
    said      bytea       not null,
    said_at   timestamptz not null default clock_timestamp(),
    constraint external_id_pk primary key (source_id, kind, key),
    constraint external_id_source foreign key (source_id) references source (id) on delete cascade,
    constraint external_id_family foreign key (family_id) references family (id) on delete cascade,
    constraint external_id_child foreign key (child_id) references child (id) on delete cascade,
    constraint external_id_member foreign key (member_id) references member (id) on delete cascade,
    constraint external_id_pregnancy foreign key (pregnancy_id) references pregnancy (id) on delete cascade,
    constraint external_id_kind check (kind in ('FAMILY', 'CHILD', 'MEMBER', 'PREGNANCY')),
    constraint external_id_object check (num_nonnulls(family_id, child_id, member_id, pregnancy_id) = 1)
);
create index external_id_by_family on external_id (family_id) where family_id is not null;
create index external_id_by_child on external_id (child_id) where child_id is not null;
create index external_id_by_member on external_id (member_id) where member_id is not null;
create index external_id_by_pregnancy on external_id (pregnancy_id) where pregnancy_id is not null;

alter table import
    drop constraint import_format,
    add column source_id       uuid,
    -- chosen by the source; the same one again is the same import
    add column batch_id        text,
    -- SHA-256 of what was sent, and the day the source counts it on
    add column content_hash    bytea,
    add column ledger_day      date,
    -- 0: the built-in profile
    add column mapping_version bigint not null default 0,
    add column problem_columns text[],
    -- the report is kept for a time, the line of the ledger for ever
    add column report_kept     boolean not null default true,
    add constraint import_format check (format in ('EPPGBM', 'FAMILIES', 'CHILDREN', 'MEMBERS', 'PREGNANCIES')),
    add constraint import_source foreign key (source_id) references source (id),
    add constraint import_batch check (batch_id is null or source_id is not null),
    add constraint import_ledger check (source_id is null or (content_hash is not null and ledger_day is not null));
create unique index import_batch_once on import (source_id, batch_id) where batch_id is not null;
create index import_by_ledger on import (source_id, ledger_day) where source_id is not null;
-- the files of a source are worked off in their order: children name families that came before them
create index import_waiting_of_source on import (source_id, received_at) where state = 'RUNNING';
drop index import_finished_at;
create index import_report_kept on import (finished_at) where report_kept and state <> 'RUNNING';

alter table import_row
    -- a family, member or pregnancy
    add column record_id uuid,
    -- names of fields: replaced, and left as they are although the source says otherwise
    add column changed   text[],
    add column kept      text[];

alter table source enable row level security;
alter table source force row level security;
create policy source_scope on source
    using (not exists (select from unnest(areas) as own (area) where not app_in_scope(own.area)))
    with check (not exists (select from unnest(areas) as own (area) where not app_in_scope(own.area)));
alter table source_mapping enable row level security;
alter table source_mapping force row level security;
create policy source_mapping_scope on source_mapping
    using (exists (select from source where source.id = source_id))
    with check (exists (select from source where source.id = source_id));
alter table external_id enable row level security;
alter table external_id force row level security;
create policy external_id_scope on external_id
    using (exists (select from source where source.id = source_id))
    with check (exists (select from source where source.id = source_id));

grant select, insert, update, delete on source, source_mapping, external_id to ${app_role};

-- What a row of a family or child may say at most. A correction is a new row with the next version.
insert into rule (code, version, valid_from, valid_to, value, source, note) values
('import.lightest-birth-kg', 1, date '2021-01-01', null, '0.3', 'as the form of a child', 'assumed; below it a typing error'),
('import.heaviest-birth-kg', 1, date '2021-01-01', null, '8', 'as the form of a child', 'assumed; above it a typing error'),
('import.shortest-birth-cm', 1, date '2021-01-01', null, '15', 'as the form of a child', 'assumed; below it a typing error'),
('import.longest-birth-cm', 1, date '2021-01-01', null, '80', 'as the form of a child', 'assumed; above it a typing error');
