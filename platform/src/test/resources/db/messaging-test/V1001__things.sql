-- A projection as a service keeps one: the newest version of each thing, and every version that was applied, for the tests.
create table thing (
    id      text   not null,
    version bigint not null,
    value   integer not null,
    constraint thing_pk primary key (id),
    constraint thing_value check (value >= 0)
);
create table applied (
    n       bigint generated always as identity,
    id      text   not null,
    version bigint not null,
    constraint applied_pk primary key (n)
);
create table place (
    id        text not null,
    area_code text collate "C" not null,
    constraint place_pk primary key (id)
);
alter table place enable row level security;
alter table place force row level security;
create policy place_scope on place using (app_in_scope(area_code)) with check (app_in_scope(area_code));
grant select, insert, update, delete on thing, applied, place to ${app_role};
