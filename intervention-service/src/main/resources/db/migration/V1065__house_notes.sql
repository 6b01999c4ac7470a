-- Whether the house of a family is fit to live in, told by whoever was there. Of all that was told the newest day holds, whatever
-- the order it comes in; what holds stands with the family, what was told stays here.
create table house_note (
    id        uuid not null,
    family_id uuid not null,
    area_code text collate "C" not null,
    seen_on   date not null,
    source    text not null,
    fit       boolean not null,
    constraint house_note_pk primary key (id),
    constraint house_note_family foreign key (family_id) references family (id) on delete cascade
);
create index house_note_of_family on house_note (family_id, seen_on desc, id desc);
alter table house_note enable row level security;
alter table house_note force row level security;
create policy house_note_scope on house_note using (app_in_scope(area_code)) with check (app_in_scope(area_code));
grant select, insert, update, delete on house_note to ${app_role};

alter table family
    add column house_note    uuid,
    add column house_seen_on date,
    add column house_fit     boolean,
    add constraint family_house_is_whole check (num_nonnulls(house_note, house_seen_on, house_fit) in (0, 3));

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('house-note.source', 1, date '2021-01-01', null, '["KADER", "TPK", "PUSKESMAS", "DESA", "OPD_SURVEY", "OTHER"]',
    'GENTING: house repair is one of its kinds of help; DOMAIN section 6', 'assumed: who sees houses; codes, no names'),
('house-note.days-back', 1, date '2021-01-01', null, '1826', 'none found', 'assumed: five years, as long as a survey of houses is used');
