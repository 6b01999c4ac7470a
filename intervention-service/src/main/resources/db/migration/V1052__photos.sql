-- Photos of deliveries. The picture itself lies in a store under its hash, once however often it was sent; a hash that nobody needs any
-- more waits in photo_orphan until the store has forgotten it.
create table photo (
    id          uuid        not null,
    delivery_id uuid        not null,
    area_code   text        collate "C" not null,
    hash        text        not null,
    bytes       integer     not null,
    width       integer     not null,
    height      integer     not null,
    made_at     timestamptz not null default clock_timestamp(),
    constraint photo_pk primary key (id),
    constraint photo_once unique (delivery_id, hash),
    constraint photo_delivery foreign key (delivery_id) references delivery (id) on delete cascade,
    constraint photo_hash check (hash ~ '^[0-9a-f]{64}$')
);
create index photo_by_hash on photo (hash);
create table photo_orphan (
    hash text not null,
    constraint photo_orphan_pk primary key (hash)
);
alter table photo enable row level security;
alter table photo force row level security;
create policy photo_scope on photo using (app_in_scope(area_code)) with check (app_in_scope(area_code));
grant select, insert, update, delete on photo, photo_orphan to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('delivery.most-photos', 1, date '2021-01-01', null, '5', 'assumed', 'open: how many photos prove a delivery');
