-- What offices plan, spend and promise, what is delivered, and how far audits of cases have come, as intervention-service tells it.
alter table indicator drop constraint indicator_kind;
alter table indicator add constraint indicator_kind check (kind in ('GROWTH', 'STOCK', 'FLOW', 'PLAN'));

-- A programme in its newest state; it stands at the level it is paid at, from province to desa. One row has all its money and output:
-- places 1 to 4 of an array are the quarters.
create table programme (
    programme_id   uuid     not null,
    version        bigint   not null,
    opd_id         uuid     not null,
    opd_field      text     not null,
    area_code      text     collate "C" not null,
    year           integer  not null,
    kind           text     not null,
    indicator      text,
    target         numeric  not null,
    output         numeric[] not null,
    budget         bigint   not null,
    spent          bigint[] not null,
    budget_sources jsonb    not null,
    spent_sources  jsonb    not null,
    part_of        uuid,
    active         boolean  not null,
    constraint programme_pk primary key (programme_id),
    constraint programme_quarters check (cardinality(output) = 4 and cardinality(spent) = 4)
);
create index programme_of_year on programme (year, area_code);
create index programme_part_of on programme (part_of) where part_of is not null;

-- What was promised at a rembuk.
create table commitment (
    commitment_id uuid    not null,
    version       bigint  not null,
    rembuk_id     uuid    not null,
    area_code     text    collate "C" not null,
    party_kind    text    not null,
    quantity      numeric not null,
    due_on        date    not null,
    state         text    not null,
    kept_on       date,
    constraint commitment_pk primary key (commitment_id)
);
create index commitment_due on commitment (area_code, due_on);

-- What became of a delivery. Whose it was stands here only so that it goes with them.
create table delivery (
    delivery_id  uuid   not null,
    version      bigint not null,
    family_id    uuid   not null,
    child_id     uuid,
    pregnancy_id uuid,
    area_code    text   collate "C" not null,
    month        date   not null,
    state        text   not null,
    constraint delivery_pk primary key (delivery_id)
);
create index delivery_of_family on delivery (family_id);
create index delivery_of_child on delivery (child_id);
create index delivery_of_pregnancy on delivery (pregnancy_id);

-- A case by its pseudonym, without whom it is about. Of an erased one nothing stays but that it is over.
create table case_audit (
    case_audit_id   uuid    not null,
    version         bigint  not null,
    round_id        uuid,
    number          text,
    audit_group     text,
    area_code       text    collate "C" not null,
    stage           text    not null,
    reached_on      date,
    follow_ups      integer not null,
    open_follow_ups integer not null,
    outcome         text,
    constraint case_audit_pk primary key (case_audit_id)
);
create index case_audit_area on case_audit (area_code, number);
create table case_audit_step (
    case_audit_id uuid   not null,
    stage         text   not null,
    version       bigint not null,
    area_code     text   collate "C" not null,
    reached_on    date   not null,
    constraint case_audit_step_pk primary key (case_audit_id, stage)
);

do $$
declare
    t text;
begin
    foreach t in array array['programme', 'commitment', 'delivery', 'case_audit', 'case_audit_step']
    loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy %I on %I using (app_in_scope(area_code)) with check (app_in_scope(area_code))',
            t || '_scope', t);
        execute format('grant select, insert, update, delete on %I to %I', t, '${app_role}');
    end loop;
end $$;

insert into indicator (code, place, kind, name_id, name_en, numerator_id, numerator_en, denominator_id, denominator_en, numerator,
    denominator, lower_is_better, topics, source) values
('deliveries-made', 120, 'FLOW', 'Kiriman diterima bulan ini', 'Deliveries received this month',
    'Kiriman bulan itu yang diterima keluarga', 'Deliveries of the month that the family received',
    'Kiriman yang dijanjikan untuk bulan itu: diterima, terlewat atau ditolak', 'Deliveries promised for the month: received, missed or refused',
    'deliveries.made', 'deliveries.due', false, '{intervention.deliveries}', 'BAAS 2022; GENTING 2024'),
('budget-absorbed', 130, 'PLAN', 'Serapan anggaran program (rupiah)', 'Programme budget spent (rupiah)',
    'Realisasi program tahun itu dalam triwulan yang sudah mulai', 'Spending of the year''s programmes in the quarters that have begun',
    'Pagu program tahun itu; bagian dari program lain dihitung sekali', 'Ceiling of the year''s programmes; what is part of another is counted once',
    'programmes.spent', 'programmes.budget', false, '{intervention.programmes}', 'Perpres 72/2021: pelaporan anggaran dan realisasi'),
('audits-evaluated', 140, 'STOCK', 'Audit kasus selesai dievaluasi', 'Case audits evaluated',
    'Kasus yang rencana tindak lanjutnya sudah dievaluasi', 'Cases whose follow-up plan was evaluated',
    'Kasus yang dipilih dalam dua belas bulan terakhir dan tidak ditarik', 'Cases selected in the last twelve months and not withdrawn',
    'audits.evaluated', 'audits.selected', false, '{intervention.case-audits}', 'Peraturan BKKBN 12/2021 (RAN PASTI): audit kasus stunting'),
('commitments-kept', 150, 'PLAN', 'Komitmen rembuk ditepati', 'Commitments of a rembuk kept',
    'Komitmen yang jatuh tempo tahun itu dan sudah ditepati', 'Commitments due this year that were kept',
    'Komitmen yang jatuh tempo tahun itu sampai akhir bulan', 'Commitments due this year by the end of the month',
    'commitments.kept', 'commitments.due', false, '{intervention.commitments}', '8 aksi konvergensi, aksi 3: rembuk stunting');

-- The first two are rules of intervention-service as well, which decides and lists by them (ADR 25): a correction is made in both.
insert into rule (code, version, valid_from, valid_to, value, source, note) values
('programme.late', 1, date '2021-01-01', null,
    '{"graceDays": 10, "targetShare": [0.10, 0.35, 0.65, 1.00], "budgetShare": [0.10, 0.35, 0.65, 0.95]}',
    'none found for the shares; UI: "terlambat" by rule',
    'assumed: share of the year''s target and budget that is there at the end of each quarter, looked at after the grace days'),
('calendar.year', 1, date '2021-01-01', null, '[
    {"code": "AKSI_1", "id": "Aksi 1: Analisis situasi", "en": "Action 1: situation analysis", "from": "01-02", "to": "02-28"},
    {"code": "AKSI_2", "id": "Aksi 2: Rencana kegiatan", "en": "Action 2: plan", "from": "02-01", "to": "03-31"},
    {"code": "AKSI_3", "id": "Aksi 3: Rembuk stunting", "en": "Action 3: rembuk stunting", "from": "03-01", "to": "05-31"},
    {"code": "AKSI_4", "id": "Aksi 4: Peraturan desa dan daerah", "en": "Action 4: regulation", "from": "04-01", "to": "07-31"},
    {"code": "AKSI_5", "id": "Aksi 5: Pembinaan kader desa", "en": "Action 5: village cadres", "from": "01-02", "to": "12-20"},
    {"code": "AKSI_6", "id": "Aksi 6: Sistem manajemen data", "en": "Action 6: data system", "from": "01-02", "to": "12-20"},
    {"code": "AKSI_7", "id": "Aksi 7: Pengukuran dan publikasi", "en": "Action 7: measurement and publication", "from": "08-01", "to": "10-31"},
    {"code": "AKSI_8", "id": "Aksi 8: Reviu kinerja tahunan", "en": "Action 8: yearly review", "from": "11-01", "to": "12-20"},
    {"code": "SERENTAK_1", "id": "Pengukuran serentak Februari", "en": "Everybody is measured, February", "from": "02-01", "to": "02-28"},
    {"code": "SERENTAK_2", "id": "Pengukuran serentak Agustus", "en": "Everybody is measured, August", "from": "08-01", "to": "08-31"}]',
    'DOMAIN section 6: 8 aksi konvergensi; UI 2.4: pengukuran serentak Februari dan Agustus',
    'names and the months of measuring are found; the days of the actions are assumed: a kabupaten sets its own'),
('opd.fields', 1, date '2021-01-01', null, '{
    "DINKES": {"id": "Kesehatan", "en": "Health"},
    "PUPR": {"id": "Pekerjaan umum dan perumahan", "en": "Public works and housing"},
    "DP3AKB": {"id": "Keluarga berencana dan perlindungan anak", "en": "Family planning and child protection"},
    "DKBP3A": {"id": "Keluarga berencana dan perlindungan anak", "en": "Family planning and child protection"},
    "DINSOS": {"id": "Sosial", "en": "Social affairs"},
    "DISDIK": {"id": "Pendidikan", "en": "Education"},
    "DKP": {"id": "Ketahanan pangan", "en": "Food security"},
    "DUKCAPIL": {"id": "Kependudukan dan pencatatan sipil", "en": "Civil registration"},
    "DPMD": {"id": "Pemberdayaan masyarakat dan desa", "en": "Villages"},
    "BAPPEDA": {"id": "Perencanaan pembangunan", "en": "Planning"}}',
    'fields of referrals and programmes of intervention-service', 'assumed words; a field that is not here is shown by its code'),
('rembuk.parties', 1, date '2021-01-01', null, '{
    "OPD": {"id": "OPD", "en": "Office"}, "KECAMATAN": {"id": "Kecamatan", "en": "Kecamatan"},
    "DESA": {"id": "Desa/kelurahan", "en": "Village"}, "BUMN_BUMD": {"id": "BUMN/BUMD", "en": "State-owned company"},
    "COMPANY": {"id": "Perusahaan", "en": "Company"}, "UNIVERSITY": {"id": "Perguruan tinggi", "en": "University"},
    "COMMUNITY": {"id": "Komunitas", "en": "Community"}, "FAITH_GROUP": {"id": "Organisasi keagamaan", "en": "Faith group"},
    "MEDIA": {"id": "Media", "en": "Media"}, "OTHER": {"id": "Lainnya", "en": "Other"}}',
    'kinds of parties of intervention-service', 'assumed words'),
('foster.trial-months', 1, date '2024-07-01', null, '3', 'Kab. Serang 2024: a trial of three months', 'found: bantenekspres 2024-07-12');
