-- The administrative areas of Indonesia: public data, the same for everybody, so without row level security.
create extension if not exists pg_trgm;

create table area (
    code   text collate "C" not null,
    name   text             not null,
    -- lower case, only letters, digits and single spaces
    search text             not null,
    active boolean          not null default true,
    constraint area_pk primary key (code),
    constraint area_code_form check (code ~ '^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$')
);

-- Called once a list is loaded: an index over names that are all there is built several times faster than it grows name by
-- name. The application owns no table, so it may do just this as the owner.
create function index_area_names() returns void
    language plpgsql security definer set search_path = public, pg_temp
as $$
begin
    create index if not exists area_search on area using gin (search gin_trgm_ops);
    analyze area;
end
$$;
revoke execute on function index_area_names() from public;
grant execute on function index_area_names() to ${app_role};

-- Names in use that no official area bears, as a kampung known from the news.
create table area_alias (
    area_code text collate "C" not null,
    name      text             not null,
    search    text             not null,
    constraint area_alias_pk primary key (area_code, search),
    constraint area_alias_area foreign key (area_code) references area (code)
);
create index area_alias_search on area_alias using gin (search gin_trgm_ops);

-- Which list is loaded. The generation is the version of every area announced from it.
create table area_list (
    generation bigint      not null,
    name       text        not null,
    loaded_at  timestamptz not null default clock_timestamp(),
    constraint area_list_pk primary key (generation)
);

grant select, insert, update on area, area_list to ${app_role};
grant select, insert, update, delete on area_alias to ${app_role};
