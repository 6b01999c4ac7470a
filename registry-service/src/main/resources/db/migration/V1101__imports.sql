-- Files of other systems on their way into the registry, and what became of each of their rows.

create table import (
    id           uuid        not null,
    -- the uploader's areas, '' for everywhere: whoever answers for all of them may see the import
    areas        text[]      not null,
    subject      text        not null,
    client       text,
    format       text        not null,
    dry_run      boolean     not null,
    state        text        not null default 'RUNNING',
    problem      text,
    problem_row  integer,
    -- seals the file and the rows that wait for a decision
    data_key     bytea       not null,
    file_bytes   bigint      not null,
    rows_in_file integer,
    last_row     integer     not null default 0,
    created      integer     not null default 0,
    matched      integer     not null default 0,
    updated      integer     not null default 0,
    unchanged    integer     not null default 0,
    rejected     integer     not null default 0,
    to_decide    integer     not null default 0,
    -- one worker at a time; a worker that no longer renews its lease is dead
    lease_holder uuid,
    lease_until  timestamptz,
    received_at  timestamptz not null default clock_timestamp(),
    finished_at  timestamptz,
    constraint import_pk primary key (id),
    constraint import_format check (format in ('EPPGBM')),
    constraint import_state check (state in ('RUNNING', 'DONE', 'FAILED')),
    constraint import_finished check ((state = 'RUNNING') = (finished_at is null)),
    constraint import_problem check ((state = 'FAILED') = (problem is not null)),
    constraint import_areas check (cardinality(areas) > 0)
);
create index import_running on import (received_at) where state = 'RUNNING';
create index import_finished_at on import (finished_at) where state <> 'RUNNING';

-- The file itself, sealed, until it is worked off: any replica can continue.
create table import_chunk (
    import_id uuid    not null,
    n         integer not null,
    sealed    bytea   not null,
    constraint import_chunk_pk primary key (import_id, n),
    constraint import_chunk_import foreign key (import_id) references import (id) on delete cascade
);
alter table import_chunk alter column sealed set storage external;

create table import_row (
    import_id   uuid    not null,
    row_number  integer not null,
    outcome     text    not null,
    -- COLUMN:REASON of what was wrong, or what spoke for the match
    reasons     text[]  not null,
    child_id    uuid,
    measured_on date,
    candidates  uuid[],
    -- the row itself while it waits for a decision
    sealed      bytea,
    constraint import_row_pk primary key (import_id, row_number),
    constraint import_row_import foreign key (import_id) references import (id) on delete cascade,
    constraint import_row_outcome
        check (outcome in ('CREATED', 'MATCHED', 'UPDATED', 'UNCHANGED', 'REJECTED', 'TO_DECIDE')),
    constraint import_row_waits check ((outcome = 'TO_DECIDE') = (sealed is not null))
);
create index import_row_by_outcome on import_row (import_id, outcome, row_number);
create index import_row_by_child on import_row (import_id, child_id) where child_id is not null;

-- Raw measurements that came with imports: which content was announced last, under which version.
create table growth_record (
    measurement_id uuid   not null,
    child_id       uuid   not null,
    content        bytea  not null,
    version        bigint not null,
    constraint growth_record_pk primary key (measurement_id),
    constraint growth_record_child foreign key (child_id) references child (id) on delete cascade,
    constraint growth_record_version check (version > 0)
);
create index growth_record_by_child on growth_record (child_id);

alter table import enable row level security;
alter table import force row level security;
create policy import_scope on import
    using (not exists (select from unnest(areas) as own (area) where not app_in_scope(own.area)))
    with check (not exists (select from unnest(areas) as own (area) where not app_in_scope(own.area)));
alter table import_chunk enable row level security;
alter table import_chunk force row level security;
create policy import_chunk_scope on import_chunk
    using (exists (select from import where import.id = import_id))
    with check (exists (select from import where import.id = import_id));
alter table import_row enable row level security;
alter table import_row force row level security;
create policy import_row_scope on import_row
    using (exists (select from import where import.id = import_id))
    with check (exists (select from import where import.id = import_id));
-- A record goes where its child goes.
alter table growth_record enable row level security;
alter table growth_record force row level security;
create policy growth_record_scope on growth_record
    using (exists (select from child where child.id = child_id))
    with check (exists (select from child where child.id = child_id));

grant select, insert, update, delete on import, import_chunk, import_row, growth_record to ${app_role};

-- How rows are read and matched (DOMAIN section 7). A correction is a new row with the next version.
insert into rule (code, version, valid_from, valid_to, value, source, note) values
('import.name-likeness', 1, date '2021-01-01', null, '0.88', 'matching of e-PPGBM exports in one city, about 99 % automatic', 'Jaro-Winkler; from here on two names may be one child''s'),
('import.parent-likeness', 1, date '2021-01-01', null, '0.88', 'as import.name-likeness', 'open'),
('import.word-likeness', 1, date '2021-01-01', null, '0.85', 'measured on a synthetic kabupaten: without it 58 of 128,185 children were joined to others', 'open; two words less alike make two names different'),
('import.name-margin', 1, date '2021-01-01', null, '0.03', 'derived: twins with like names', 'open; the best of several candidates leads by it'),
('import.grams-above', 1, date '2021-01-01', null, '100', 'e-PPGBM exports', 'a weight above it was typed in grams'),
('import.heaviest-kg', 1, date '2021-01-01', null, '60', 'assumed', 'open; above it a typing error'),
('import.tallest-cm', 1, date '2021-01-01', null, '150', 'assumed', 'open; above it a typing error'),
('import.widest-arm-cm', 1, date '2021-01-01', null, '40', 'assumed', 'open; above it a typing error'),
('import.oldest-months', 1, date '2021-01-01', null, '72', 'assumed', 'open; measured later than that after birth is a typing error');
