-- Who cooks and brings: dapur sehat (DASHAT), PKK, kader, others. What a kitchen has is the sum of what came in and went out.
create table provider (
    id             uuid    not null,
    kind           text    not null,
    name           text    not null,
    area_code      text    collate "C" not null,
    meals_per_day  integer not null,
    active         boolean not null default true,
    version        bigint  not null,
    constraint provider_pk primary key (id),
    constraint provider_kind check (kind in ('DASHAT', 'PKK', 'KADER', 'OTHER')),
    constraint provider_meals check (meals_per_day between 0 and 100000)
);
create index provider_by_area on provider (area_code, id);

create table menu (
    provider_id uuid    not null,
    day         date    not null,
    area_code   text    collate "C" not null,
    full_meal   boolean not null,
    dishes      jsonb   not null,
    version     bigint  not null,
    constraint menu_pk primary key (provider_id, day),
    constraint menu_provider foreign key (provider_id) references provider (id)
);

create table stock_movement (
    id          uuid        not null,
    provider_id uuid        not null,
    area_code   text        collate "C" not null,
    item        text        not null,
    unit        text        not null,
    -- In or out by its sign.
    quantity    numeric     not null,
    day         date        not null,
    -- The delivery it was taken for; empty once that is erased.
    delivery_id uuid,
    made_at     timestamptz not null default clock_timestamp(),
    constraint stock_movement_pk primary key (id),
    constraint stock_movement_provider foreign key (provider_id) references provider (id),
    constraint stock_movement_quantity check (quantity <> 0),
    constraint stock_movement_unit check (unit in ('GRAM', 'KILOGRAM', 'LITRE', 'PIECE', 'PACK'))
);
create index stock_movement_of_provider on stock_movement (provider_id, item, unit);
create index stock_movement_of_delivery on stock_movement (delivery_id) where delivery_id is not null;

alter table provider enable row level security;
alter table provider force row level security;
-- A kitchen of a kecamatan brings to its desa: whoever works in one of them may see it, and change nothing.
create policy provider_scope on provider using (app_in_scope(area_code)) with check (app_in_scope(area_code));
create policy provider_above on provider for select
    using (position(',' || area_code || '.' in current_setting('app.wilayah', true)) > 0);
alter table menu enable row level security;
alter table menu force row level security;
create policy menu_scope on menu using (app_in_scope(area_code)) with check (app_in_scope(area_code));
create policy menu_above on menu for select
    using (position(',' || area_code || '.' in current_setting('app.wilayah', true)) > 0);
alter table stock_movement enable row level security;
alter table stock_movement force row level security;
create policy stock_movement_scope on stock_movement using (app_in_scope(area_code)) with check (app_in_scope(area_code));
grant select, insert, update, delete on provider, menu, stock_movement to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('menu.requirements', 1, date '2021-01-01', null,
    '{"fullMealsPerWeek": 1, "animalProteinsPerMeal": 2, "animalProteins": ["EGG", "CHICKEN", "FISH", "BEEF", "GOAT", "MILK", "LIVER", "SHRIMP"]}',
    'DOMAIN section 6: juknis PMT lokal 2022-2025, at least one full meal a week, two animal proteins',
    'assumed: the list of animal proteins; the week from Monday to Sunday; two proteins in each full meal');
