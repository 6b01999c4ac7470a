-- Where partners want to be told. A client's own ids: another's are not there.
create table webhook_endpoint (
    client          text        not null,
    id              uuid        not null,
    url             text        not null,
    types           text[]      not null,
    state           text        not null,
    disabled        text,
    -- Sealed by the installation's key file.
    secret          bytea       not null,
    previous_secret bytea,
    previous_until  timestamptz,
    made_at         timestamptz not null default clock_timestamp(),
    version         bigint      not null,
    constraint webhook_endpoint_pk primary key (client, id),
    constraint webhook_endpoint_partner foreign key (client) references partner (client),
    constraint webhook_endpoint_state check (state in ('ACTIVE', 'DISABLED')),
    constraint webhook_endpoint_disabled check ((state = 'DISABLED') = (disabled is not null)),
    constraint webhook_endpoint_previous check ((previous_secret is null) = (previous_until is null))
);

-- What one client is told, by its own names. Of whom, so that it is not sent when the consent is gone, and goes with an erasure; that a
-- placement ended is told in any case and says of nobody who it was.
create table webhook_event (
    id           uuid        not null,
    client       text        not null,
    type         text        not null,
    at           timestamptz not null,
    child_id     uuid,
    pregnancy_id uuid,
    family_id    uuid,
    need_id      uuid,
    body         text        not null,
    constraint webhook_event_pk primary key (id),
    constraint webhook_event_body check (octet_length(body) <= 20000)
);
create index webhook_event_of_child on webhook_event (child_id) where child_id is not null;
create index webhook_event_of_family on webhook_event (family_id) where family_id is not null;
create index webhook_event_by_time on webhook_event (at);
create unique index webhook_event_opened_once on webhook_event (client, need_id) where type = 'need.opened';

create table webhook_delivery (
    id           uuid        not null,
    event_id     uuid        not null,
    client       text        not null,
    endpoint_id  uuid        not null,
    state        text        not null,
    attempts     integer     not null,
    queued_at    timestamptz not null default clock_timestamp(),
    next_at      timestamptz not null,
    leased_until timestamptz,
    finished_at  timestamptz,
    last_status  integer,
    last_error   text,
    constraint webhook_delivery_pk primary key (id),
    constraint webhook_delivery_event foreign key (event_id) references webhook_event (id) on delete cascade,
    constraint webhook_delivery_endpoint foreign key (client, endpoint_id) references webhook_endpoint (client, id)
        on delete cascade,
    constraint webhook_delivery_state check (state in ('PENDING', 'DELIVERED', 'FAILED', 'WITHDRAWN'))
) with (fillfactor = 80);
create index webhook_delivery_due on webhook_delivery (client, endpoint_id, next_at, id) where state = 'PENDING';
create index webhook_delivery_log on webhook_delivery (client, endpoint_id, queued_at desc, id desc);
create index webhook_delivery_of_event on webhook_delivery (event_id);

-- Needs of which partners may be told now. Who listens is found in a transaction of its own.
create table webhook_notice (
    need_id uuid        not null,
    at      timestamptz not null default clock_timestamp(),
    constraint webhook_notice_pk primary key (need_id)
);

grant select, insert, update, delete on webhook_endpoint, webhook_event, webhook_delivery, webhook_notice to ${app_role};
