-- What an area wants to reach, by year, as it decided itself. Public like the national path, which is a rule.
create table area_target (
    area_code    text collate "C" not null,
    indicator    text    not null,
    year         integer not null,
    version      bigint  not null,
    percent      numeric(5, 2) not null,
    author       text    not null,
    title        text    not null,
    published_on date,
    url          text,
    constraint area_target_pk primary key (area_code, indicator, year),
    constraint area_target_percent check (percent between 0 and 100)
);
grant select, insert, update on area_target to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('target.paths', 1, date '2020-01-01', null, '["target.rpjmn-2020-2024", "target.rpjmn-2025-2029"]', 'the national medium-term plans (RPJMN)', 'years between two given ones of the same plan are interpolated and marked so'),
('target.rpjmn-2020-2024', 1, date '2020-01-01', null, '{"2020": 24.1, "2021": 21.1, "2022": 18.4, "2023": 16, "2024": 14}', 'RPJMN 2020–2024, Perpres 18/2020', 'by slides of BKKBN'),
('target.rpjmn-2025-2029', 1, date '2020-01-01', null, '{"2025": 18.8, "2029": 14.2}', 'RPJMN 2025–2029', 'open: only the first and the last year are established');

-- Kabupaten Serang: from 24 to 14 per cent.
insert into area_target (area_code, indicator, year, version, percent, author, title) values
('36.04', 'stunting-prevalence', 2023, 1, 18, 'Pemerintah Kabupaten Serang', 'Target penurunan stunting 2023'),
('36.04', 'stunting-prevalence', 2024, 1, 14, 'Pemerintah Kabupaten Serang', 'Target penurunan stunting: dari 24% menjadi 14%');
