-- Projections built again from the topics beside those that are read, compared, and put in their place (ADR 23).

create table projection (
    table_name text not null,
    -- 'BUILT' comes from the topics alone; 'ASIDE' is written by the consumers as well, and what they write while they build is thrown away
    kind       text not null,
    constraint projection_pk primary key (table_name),
    constraint projection_kind check (kind in ('BUILT', 'ASIDE'))
);
insert into projection (table_name, kind)
select unnest(array['area', 'area_list', 'child', 'population_counter', 'weighing', 'child_month', 'growth_counter', 'stunting_case',
    'case_counter', 'progress', 'month_counter', 'family_month', 'companionship', 'need', 'sponsorship', 'posyandu_quality', 'posyandu_month', 'programme',
    'commitment', 'delivery', 'case_audit', 'case_audit_step', 'referral']), 'BUILT'
union all select 'moved_figure', 'ASIDE';
grant select on projection to ${app_role};

-- Areas are a projection as well, and their rows may be exchanged; whoever supplies a boundary is told of areas that are not known.
alter table boundary drop constraint boundary_of;

-- A building, as an operator follows it.
create table rebuild (
    id          uuid        not null,
    state       text        not null,
    replace     boolean     not null,
    asked_by    text        not null,
    started_at  timestamptz not null default clock_timestamp(),
    ended_at    timestamptz,
    events      bigint      not null default 0,
    -- by table: rows that only one side has, or null before they are compared
    differences jsonb,
    failure     text,
    constraint rebuild_pk primary key (id),
    constraint rebuild_state check (state in ('RUNNING', 'SAME', 'DIFFERENT', 'REPLACED', 'FAILED'))
);
grant select, insert, update on rebuild to ${app_role};

create schema rebuilt;
grant usage on schema rebuilt to ${app_role};

-- Empty tables of the same shape, names of constraints included: the consumers name them. The application may not make tables, so these
-- functions do it for it, of the projections listed and no others.
create function rebuild_begin() returns void
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    p record;
    i record;
    options text;
begin
    for p in select table_name from public.projection order by table_name loop
        execute format('drop table if exists rebuilt.%I', p.table_name);
        execute format('create table rebuilt.%1$I (like public.%1$I including all excluding indexes)', p.table_name);
        for i in select con.conname, pg_get_constraintdef(con.oid) as definition from pg_constraint con
                where con.conrelid = format('public.%I', p.table_name)::regclass and con.contype in ('p', 'u') loop
            execute format('alter table rebuilt.%I add constraint %I %s', p.table_name, i.conname, i.definition);
        end loop;
        for i in select pg_get_indexdef(x.indexrelid) as definition from pg_index x
                where x.indrelid = format('public.%I', p.table_name)::regclass
                    and not exists (select from pg_constraint con where con.conindid = x.indexrelid) loop
            execute replace(i.definition, format(' ON public.%I ', p.table_name), format(' ON rebuilt.%I ', p.table_name));
        end loop;
        select array_to_string(reloptions, ', ') into options from pg_class
        where oid = format('public.%I', p.table_name)::regclass;
        if options is not null then
            execute format('alter table rebuilt.%I set (%s)', p.table_name, options);
        end if;
        for i in select polname, pg_get_expr(polqual, polrelid) as seen, pg_get_expr(polwithcheck, polrelid) as written from pg_policy
                -- those of particular readers are not needed where nobody reads
                where polrelid = format('public.%I', p.table_name)::regclass and polroles = '{0}' loop
            execute format('alter table rebuilt.%I enable row level security', p.table_name);
            execute format('alter table rebuilt.%I force row level security', p.table_name);
            execute format('create policy %I on rebuilt.%I using (%s) with check (%s)', i.polname, p.table_name, i.seen, i.written);
        end loop;
        execute format('grant select, insert, update, delete on rebuilt.%I to %I', p.table_name, '${app_role}');
    end loop;
end
$$;

-- So that the planner knows them before somebody reads them.
create function rebuild_analyze() returns void
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    p record;
begin
    for p in select table_name from public.projection loop
        execute format('analyze rebuilt.%I', p.table_name);
    end loop;
end
$$;

-- What was built takes the place of what is read, row by row where they differ: readers see the old rows until the transaction commits,
-- nobody is locked out, and what hangs on the tables (views, rights, plans) stays.
create function rebuild_exchange(differing text) returns void
    language plpgsql security definer set search_path = pg_catalog
as $$
begin
    if not exists (select from public.projection where table_name = differing and kind = 'BUILT') then
        raise exception 'no projection that is built';
    end if;
    execute format('delete from public.%1$I kept using (
            select row_of::text as content from public.%1$I row_of except select row_of::text from rebuilt.%1$I row_of) gone
        where kept::text = gone.content', differing);
    execute format('insert into public.%1$I select built.* from rebuilt.%1$I built join (
            select row_of::text as content from rebuilt.%1$I row_of except select row_of::text from public.%1$I row_of) fresh
        on built::text = fresh.content', differing);
end
$$;

create function rebuild_end() returns void
    language plpgsql security definer set search_path = pg_catalog
as $$
declare
    p record;
begin
    for p in select table_name from public.projection loop
        execute format('drop table if exists rebuilt.%I', p.table_name);
    end loop;
end
$$;

do $$
declare
    f text;
begin
    foreach f in array array['rebuild_begin()', 'rebuild_analyze()', 'rebuild_exchange(text)', 'rebuild_end()'] loop
        execute format('revoke execute on function %s from public', f);
        execute format('grant execute on function %s to %I', f, '${app_role}');
    end loop;
end $$;
