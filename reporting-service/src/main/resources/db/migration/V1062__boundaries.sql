-- Boundaries of areas as somebody supplied them, with the licence they came under. Public like the names of areas: no row level security;
-- who may write is checked by the service.
create table boundary (
    area_code   text collate "C" not null,
    geometry    jsonb       not null,
    licence     text        not null,
    attribution text        not null,
    supplied_at timestamptz not null default clock_timestamp(),
    constraint boundary_pk primary key (area_code),
    constraint boundary_of foreign key (area_code) references area (code)
);
grant select, insert, update on boundary to ${app_role};
