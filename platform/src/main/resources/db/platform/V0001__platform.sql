-- What every service keeps beside its own tables: events on their way out and in, rules, and the audit.

-- Row level security: is the area, or one it lies in, among those of the transaction?
-- The setting is '*' or codes with a comma around each. A pooled connection keeps a spent setting as '', which nullif turns
-- into null, and null is nowhere: the policy fails closed. A single expression, so that the planner inlines it.
create function app_in_scope(area text) returns boolean
    language sql stable parallel safe
    return coalesce(
        nullif(current_setting('app.wilayah', true), '') = '*'
        or position(',' || left(area, 13) || ',' in nullif(current_setting('app.wilayah', true), '')) > 0
        or position(',' || left(area, 8) || ',' in nullif(current_setting('app.wilayah', true), '')) > 0
        or position(',' || left(area, 5) || ',' in nullif(current_setting('app.wilayah', true), '')) > 0
        or position(',' || left(area, 2) || ',' in nullif(current_setting('app.wilayah', true), '')) > 0,
        false);

-- Events that are committed and not yet on Kafka, in the order of their announcement. The relay removes a row after the
-- broker's answer. Rows come and go by the thousand: vacuum early, or the relay walks over the dead.
create table outbox (
    id            bigint generated always as identity,
    event_id      uuid        not null default gen_random_uuid(),
    topic         text        not null,
    type          text        not null,
    key           text        not null,
    partition_key text        not null,
    sequence      bigint      not null,
    occurred_at   timestamptz not null default clock_timestamp(),
    traceparent   text,
    body          bytea,
    constraint outbox_pk primary key (id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_insert_threshold = -1);

-- Ids of events already applied, for consumers that hold no version of the aggregate.
create table inbox (
    consumer   text        not null,
    event_id   uuid        not null,
    claimed_at timestamptz not null default clock_timestamp(),
    constraint inbox_pk primary key (consumer, event_id)
);

-- Events that can't be applied whatever the weather. Coordinates and a reason without data: the event stays in its topic.
create table quarantine (
    id            bigint generated always as identity,
    consumer      text        not null,
    topic         text        not null,
    partition     integer     not null,
    record_offset bigint      not null,
    event_type    text,
    event_key     text,
    reason        text        not null,
    set_aside_at  timestamptz not null default clock_timestamp(),
    replayed_at   timestamptz,
    constraint quarantine_pk primary key (id),
    constraint quarantine_once unique (consumer, topic, partition, record_offset)
);

-- For consumers that need every step: the last one applied of each aggregate, and those that wait for a gap to close.
create table stepped_aggregate (
    consumer text   not null,
    topic    text   not null,
    key      text   not null,
    sequence bigint not null,
    constraint stepped_aggregate_pk primary key (consumer, topic, key)
);
create table parked_event (
    consumer      text        not null,
    topic         text        not null,
    key           text        not null,
    sequence      bigint      not null,
    event_id      uuid        not null,
    type          text        not null,
    partition     integer     not null,
    record_offset bigint      not null,
    occurred_at   timestamptz not null,
    traceparent   text,
    body          bytea,
    parked_at     timestamptz not null default clock_timestamp(),
    constraint parked_event_pk primary key (consumer, topic, key, sequence)
);

-- Who changed or read what. The application may add, never change.
create table audit_entry (
    id          bigint generated always as identity,
    at          timestamptz not null default clock_timestamp(),
    subject     text        not null,
    client      text,
    action      text        not null,
    object_type text        not null,
    object_id   text        not null,
    area_code   text collate "C",
    constraint audit_entry_pk primary key (id)
);
create index audit_entry_object on audit_entry (object_type, object_id, at);

-- Thresholds, durations, lists and targets of the programme, each with its time and its source. A correction is a new row.
create table rule (
    code       text    not null,
    version    integer not null,
    valid_from date    not null,
    valid_to   date,
    value      jsonb   not null,
    source     text    not null,
    note       text,
    constraint rule_pk primary key (code, version),
    constraint rule_valid check (valid_to is null or valid_to > valid_from)
);

grant select, insert, delete on outbox to ${app_role};
grant select, insert, delete on inbox to ${app_role};
grant select, insert, update on quarantine to ${app_role};
grant select, insert, update, delete on stepped_aggregate, parked_event to ${app_role};
grant select, insert on audit_entry to ${app_role};
grant select on rule to ${app_role};
