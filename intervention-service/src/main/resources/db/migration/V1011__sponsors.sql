-- Orang tua asuh: who promises to help, how many at once, where and with what. No money is held here, only promises.
create table sponsor (
    id              uuid    not null,
    kind            text    not null,
    institution     text    not null,
    name            text,
    reference       text,
    area_code       text    collate "C" not null,
    capacity        integer not null,
    -- How many it helps or has reserved now; guarded together with the capacity by the row's lock.
    placed          integer not null default 0,
    preferred_areas text[]  collate "C" not null default '{}',
    items           text[]  not null default '{FOOD}',
    valid_from      date    not null,
    valid_until     date    not null,
    client          text,
    active          boolean not null default true,
    version         bigint  not null,
    constraint sponsor_pk primary key (id),
    constraint sponsor_kind check (kind in ('ASN', 'INDIVIDUAL', 'GOVERNMENT', 'LOCAL_GOVERNMENT', 'BUMN', 'BUMD', 'COMPANY',
        'COMMUNITY', 'UNIVERSITY', 'MEDIA')),
    constraint sponsor_capacity check (capacity between 0 and 100000),
    constraint sponsor_placed check (placed >= 0 and placed <= capacity),
    constraint sponsor_time check (valid_until >= valid_from)
) with (fillfactor = 80);
create index sponsor_by_area on sponsor (area_code, id);
create unique index sponsor_reference on sponsor (area_code, institution, reference) where reference is not null;
create index sponsor_by_client on sponsor (client) where client is not null;
alter table sponsor enable row level security;
alter table sponsor force row level security;
create policy sponsor_scope on sponsor using (app_in_scope(area_code)) with check (app_in_scope(area_code));
grant select, insert, update, delete on sponsor to ${app_role};
