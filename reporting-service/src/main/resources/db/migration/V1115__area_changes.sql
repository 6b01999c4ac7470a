-- What became of areas: registry tells it once for each change. Figures stay under the code they were told of; these rows say where to look
-- for what came before and after. Public, as the names of areas are: no row level security.
create table area_succession (
    change_id    uuid not null,
    predecessor  text collate "C" not null,
    successor    text collate "C" not null,
    effective_on date not null,
    kind         text not null,
    source       text not null,
    constraint area_succession_pk primary key (change_id, predecessor, successor)
);
create index area_succession_predecessor on area_succession (predecessor, effective_on);
create index area_succession_successor on area_succession (successor, effective_on);
grant select, insert, update, delete on area_succession to ${app_role};
insert into projection (table_name, kind) values ('area_succession', 'BUILT');
