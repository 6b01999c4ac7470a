-- Who has programmes: an office of the local government, or an institution beside it, in its area.
create table opd (
    id        uuid   not null,
    area_code text   collate "C" not null,
    name      text   not null,
    field     text   not null,
    version   bigint not null,
    constraint opd_pk primary key (id),
    constraint opd_name check (length(name) between 1 and 120)
);
create index opd_by_area on opd (area_code, id);

-- A programme stands at the level it is paid at: its area may be a province, a kabupaten, a kecamatan or a desa.
create table programme (
    id         uuid    not null,
    opd_id     uuid    not null,
    opd_field  text    not null,
    area_code  text    collate "C" not null,
    year       integer not null,
    title      text    not null,
    kind       text    not null,
    indicator  text,
    unit       text    not null,
    target     numeric not null,
    field      text,
    need_item  text,
    part_of    uuid,
    evaluation text,
    state      text    not null,
    version    bigint  not null,
    constraint programme_pk primary key (id),
    constraint programme_opd foreign key (opd_id) references opd (id),
    constraint programme_part_of foreign key (part_of) references programme (id),
    constraint programme_not_part_of_itself check (part_of <> id),
    constraint programme_kind check (kind in ('SPECIFIC', 'SENSITIVE')),
    constraint programme_state check (state in ('ACTIVE', 'WITHDRAWN')),
    constraint programme_target check (target > 0)
);
create index programme_by_area on programme (year, area_code, id) where state = 'ACTIVE';
create index programme_of_opd on programme (opd_id);
create index programme_parts on programme (part_of) where part_of is not null;

create table programme_budget (
    programme_id uuid   not null,
    source       text   not null,
    area_code    text   collate "C" not null,
    rupiah       bigint not null,
    constraint programme_budget_pk primary key (programme_id, source),
    constraint programme_budget_programme foreign key (programme_id) references programme (id),
    constraint programme_budget_rupiah check (rupiah >= 0)
);

-- What a quarter brought, not the year so far.
create table programme_quarter (
    programme_id uuid    not null,
    quarter      integer not null,
    area_code    text    collate "C" not null,
    output       numeric not null,
    constraint programme_quarter_pk primary key (programme_id, quarter),
    constraint programme_quarter_programme foreign key (programme_id) references programme (id),
    constraint programme_quarter_number check (quarter between 1 and 4),
    constraint programme_quarter_output check (output >= 0)
);
create table programme_spending (
    programme_id uuid    not null,
    quarter      integer not null,
    source       text    not null,
    area_code    text    collate "C" not null,
    rupiah       bigint  not null,
    constraint programme_spending_pk primary key (programme_id, quarter, source),
    constraint programme_spending_quarter foreign key (programme_id, quarter) references programme_quarter (programme_id, quarter),
    constraint programme_spending_rupiah check (rupiah >= 0)
);

-- Needs that a programme pays for, from a day to a day. They go with the need.
create table programme_beneficiary (
    programme_id uuid not null,
    need_id      uuid not null,
    area_code    text collate "C" not null,
    from_on      date not null,
    to_on        date not null,
    constraint programme_beneficiary_pk primary key (programme_id, need_id),
    constraint programme_beneficiary_programme foreign key (programme_id) references programme (id),
    constraint programme_beneficiary_need foreign key (need_id) references need (id) on delete cascade,
    constraint programme_beneficiary_time check (to_on >= from_on)
);
create index programme_beneficiary_of_need on programme_beneficiary (need_id);

alter table opd enable row level security;
alter table opd force row level security;
create policy opd_scope on opd using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table programme enable row level security;
alter table programme force row level security;
create policy programme_scope on programme using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table programme_budget enable row level security;
alter table programme_budget force row level security;
create policy programme_budget_scope on programme_budget using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table programme_quarter enable row level security;
alter table programme_quarter force row level security;
create policy programme_quarter_scope on programme_quarter using (app_in_scope(area_code)) with check (app_in_scope(area_code));
alter table programme_spending enable row level security;
alter table programme_spending force row level security;
create policy programme_spending_scope on programme_spending using (app_in_scope(area_code)) with check (app_in_scope(area_code));
-- Who may see the need where it is now may know who pays for it; where it was enrolled says nothing any more.
alter table programme_beneficiary enable row level security;
alter table programme_beneficiary force row level security;
create policy programme_beneficiary_scope on programme_beneficiary
    using (app_in_scope((select n.area_code from need n where n.id = programme_beneficiary.need_id)))
    with check (app_in_scope(area_code));

grant select, insert, update, delete on opd, programme, programme_budget, programme_quarter, programme_spending, programme_beneficiary
    to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('programme.source', 1, date '2021-01-01', null, '["APBD", "APBN", "DD", "APBDES", "BUMDES", "CSR"]',
    'DOMAIN section 6: spending by source DD, APBDes, BUMDes, CSR (and APBD, APBN)', null),
('programme.late', 1, date '2021-01-01', null,
    '{"graceDays": 10, "targetShare": [0.10, 0.35, 0.65, 1.00], "budgetShare": [0.10, 0.35, 0.65, 0.95]}',
    'none found for the shares; UI: "terlambat" by rule',
    'assumed: share of the year''s target and budget that is there at the end of each quarter, looked at after the grace days'),
('programme.outcome-indicator', 1, date '2021-01-01', null, '[
    {"code": "S1", "kind": "SPECIFIC", "indonesian": "Ibu hamil KEK yang mendapat tambahan asupan gizi"},
    {"code": "S2", "kind": "SPECIFIC", "indonesian": "Ibu hamil yang mengonsumsi TTD minimal 90 tablet"},
    {"code": "S3", "kind": "SPECIFIC", "indonesian": "Remaja putri yang mengonsumsi TTD"},
    {"code": "S4", "kind": "SPECIFIC", "indonesian": "Bayi di bawah 6 bulan yang mendapat ASI eksklusif"},
    {"code": "S5", "kind": "SPECIFIC", "indonesian": "Anak 6-23 bulan yang mendapat MP-ASI"},
    {"code": "S6", "kind": "SPECIFIC", "indonesian": "Balita gizi buruk yang mendapat tata laksana"},
    {"code": "S7", "kind": "SPECIFIC", "indonesian": "Balita yang dipantau pertumbuhan dan perkembangannya"},
    {"code": "S8", "kind": "SPECIFIC", "indonesian": "Balita gizi kurang yang mendapat tambahan asupan gizi"},
    {"code": "S9", "kind": "SPECIFIC", "indonesian": "Balita yang memperoleh imunisasi dasar lengkap"},
    {"code": "T1", "kind": "SENSITIVE", "indonesian": "Pelayanan KB pascapersalinan"},
    {"code": "T2", "kind": "SENSITIVE", "indonesian": "Kehamilan yang tidak diinginkan"},
    {"code": "T3", "kind": "SENSITIVE", "indonesian": "Calon PUS yang memperoleh pemeriksaan kesehatan pranikah"},
    {"code": "T4", "kind": "SENSITIVE", "indonesian": "Rumah tangga dengan akses air minum layak"},
    {"code": "T5", "kind": "SENSITIVE", "indonesian": "Rumah tangga dengan akses sanitasi layak"},
    {"code": "T6", "kind": "SENSITIVE", "indonesian": "Cakupan bantuan iuran JKN"},
    {"code": "T7", "kind": "SENSITIVE", "indonesian": "Keluarga berisiko stunting yang memperoleh pendampingan"},
    {"code": "T8", "kind": "SENSITIVE", "indonesian": "Keluarga miskin dan rentan penerima bantuan tunai bersyarat"},
    {"code": "T9", "kind": "SENSITIVE", "indonesian": "Sasaran dengan pemahaman yang baik tentang stunting"},
    {"code": "T10", "kind": "SENSITIVE", "indonesian": "Keluarga miskin dan rentan penerima bantuan sosial pangan"},
    {"code": "T11", "kind": "SENSITIVE", "indonesian": "Desa/kelurahan stop buang air besar sembarangan"}]',
    'Perpres 72/2021 Lampiran A: 9 specific and 11 sensitive outcome indicators (number: DOMAIN section 6)',
    'open: the wording and the codes are ours and were not compared with the annex, which is being revised');
