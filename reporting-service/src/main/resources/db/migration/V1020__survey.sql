-- What surveys say, and what others said of the routine figures: public statements with their sources. They are kept as they were made; one
-- never replaces another, and no survey figure is ever averaged with a routine one. Public, so no row level security: who may write follows
-- the caller's areas and is checked by the service.
create table survey_estimate (
    id           uuid    not null,
    version      bigint  not null,
    area_code    text collate "C" not null,
    indicator    text    not null,
    instrument   text    not null,
    year         integer not null,
    percent      numeric(5, 2) not null,
    -- null where the source gives none
    interval_low  numeric(5, 2),
    interval_high numeric(5, 2),
    sample_size  integer,
    definition   text    not null,
    author       text    not null,
    title        text    not null,
    published_on date,
    url          text,
    constraint survey_estimate_pk primary key (id),
    -- a survey is drawn for a kabupaten or more: of a kecamatan it says nothing
    constraint survey_estimate_area check (length(area_code) <= 5),
    constraint survey_estimate_percent check (percent between 0 and 100),
    constraint survey_estimate_interval check ((interval_low is null) = (interval_high is null)
        and (interval_low is null or (interval_low between 0 and percent and interval_high between percent and 100))),
    constraint survey_estimate_sample check (sample_size > 0)
);
create index survey_estimate_of on survey_estimate (area_code, indicator, year, id);

create table recorded_figure (
    id             uuid    not null,
    version        bigint  not null,
    area_code      text collate "C" not null,
    indicator      text    not null,
    year           integer not null,
    month          integer,
    numerator      bigint,
    denominator    bigint,
    stated_percent numeric(7, 4),
    statement      text,
    definition     text    not null,
    author         text    not null,
    title          text    not null,
    published_on   date,
    url            text,
    constraint recorded_figure_pk primary key (id),
    constraint recorded_figure_month check (month between 1 and 12),
    constraint recorded_figure_counts check (numerator >= 0 and denominator > 0 and numerator <= denominator),
    constraint recorded_figure_denominator check (denominator is null or numerator is not null),
    constraint recorded_figure_percent check (stated_percent between 0 and 100),
    constraint recorded_figure_something check (coalesce(numerator::text, stated_percent::text, statement) is not null)
);
create index recorded_figure_of on recorded_figure (area_code, indicator, year, id);

grant select, insert, update on survey_estimate, recorded_figure to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('survey.instruments', 1, date '2000-01-01', null, '["SSGI", "SKI", "SSGBI", "RISKESDAS"]', 'Kementerian Kesehatan: surveys of nutritional status', 'the first is shown when several speak of one year'),
('survey.indicators', 1, date '2000-01-01', null, '["stunting-prevalence", "severe-stunting", "wasting", "underweight"]', 'Permenkes 2/2020: indices of nutritional status', null);

-- Prevalence of stunting by survey, as the press quoted it. None of the sources gives an interval or a sample, so none stands here; years
-- nobody found stay absent.
insert into survey_estimate (id, version, area_code, indicator, instrument, year, percent, definition, author, title)
select md5('survey-estimate/' || area_code || '/' || instrument || '/' || year)::uuid, 1, area_code, 'stunting-prevalence', instrument, year,
    percent, 'Balita dengan TB/U atau PB/U di bawah −2 SD (WHO 2006)', 'Kementerian Kesehatan RI',
    instrument || ' ' || year || ', dikutip oleh ' || quoted_by
from (
    select area_code, case year when 2019 then 'SSGBI' when 2023 then 'SKI' else 'SSGI' end as instrument, year, percent,
        case when area_code = 'ID' then 'databoks, metrotvnews, harianjogja'
             when area_code = '17.02' then 'pers daerah'
             else 'databoks, tribunbanten, mediabanten, genpi, faktabanten, bantenekspres' end as quoted_by
    from (values
        ('36.04', 2019, 39.43), ('36.04', 2021, 27.2), ('36.04', 2022, 26.4),
        ('36.01', 2021, 37.8), ('36.01', 2022, 29.4),
        ('36.02', 2021, 27.3), ('36.02', 2022, 26.2),
        ('36.73', 2019, 38.6), ('36.73', 2021, 23.4), ('36.73', 2022, 23.8), ('36.73', 2023, 22.3),
        ('36.03', 2021, 23.3), ('36.03', 2022, 21.1),
        ('36.72', 2021, 20.6), ('36.72', 2022, 19.1),
        ('36.71', 2021, 15.3), ('36.71', 2022, 11.8),
        ('36.74', 2021, 19.9), ('36.74', 2022, 9.0),
        ('36', 2021, 24.5), ('36', 2022, 20.0), ('36', 2023, 24.0), ('36', 2024, 21.1),
        ('17.02', 2022, 20.2),
        ('ID', 2019, 27.7), ('ID', 2021, 24.4), ('ID', 2022, 21.6), ('ID', 2023, 21.5), ('ID', 2024, 19.8)
    ) as told (area_code, year, percent)) as quoted;

-- What was said of the routine figures, also where it does not fit together.
insert into recorded_figure (id, version, area_code, indicator, year, month, numerator, denominator, stated_percent, statement, definition,
    author, title, published_on)
select md5('recorded-figure/' || area_code || '/' || year || '/' || number)::uuid, 1, area_code, 'stunting-prevalence', year, month, numerator,
    denominator, percent, statement, 'Anak stunting menurut data rutin', author, title, published_on
from (values
    (1, '36.04', 2018, cast(null as integer), cast(null as bigint), cast(null as bigint), 24.09, cast(null as text), 'e-PPGBM Kabupaten Serang', 'banten.antaranews.com 306253', cast(null as date)),
    (2, '36.04', 2023, 8, 6662, 110431, 6.03, null, 'e-PPGBM Kabupaten Serang', 'banpos.co', date '2023-10-31'),
    (3, '36.04', 2023, null, 9436, null, null, null, 'DKBP3A Kabupaten Serang', 'tvrijakartanews.com', date '2024-07-05'),
    (4, '36.04', 2024, 7, 5408, null, null, null, 'TPPS Kabupaten Serang', 'ANTARA', date '2024-07-11'),
    (5, '36.04', 2024, null, null, null, 3.35, null, 'e-PPGBM Kabupaten Serang', 'banten.antaranews.com 306253', null),
    (6, '36.04', 2024, null, null, null, null, 'Tertinggi Kecamatan Tunjung Teja, sekitar 500 anak; terendah Kecamatan Kibin, 10 anak', 'Sekretaris Daerah Kabupaten Serang', 'ANTARA', date '2024-07-11'),
    (7, '36.04', 2024, null, null, null, null, 'Paling banyak di Kecamatan Kramatwatu dan Cikeusal', 'DKBP3A Kabupaten Serang', 'tvrijakartanews.com', date '2024-07-05'),
    (1, '36.73', 2022, null, 1895, 56000, 2.56, null, 'Dinas Kesehatan Kota Serang', 'pers daerah', null),
    (1, '36.04.35', 2021, null, null, null, 8.41, null, 'e-PPGBM Kabupaten Serang', 'serangkab.go.id', null),
    (1, '36.04.09', 2021, null, null, null, 5.46, null, 'e-PPGBM Kabupaten Serang', 'serangkab.go.id', null),
    (1, '36.04.31', 2021, null, null, null, 6.17, null, 'e-PPGBM Kabupaten Serang', 'serangkab.go.id', null),
    (1, '36.04.23', 2021, null, null, null, 10.89, null, 'e-PPGBM Kabupaten Serang', 'serangkab.go.id', null),
    (1, '36.04.26', 2021, null, null, null, 7.23, null, 'e-PPGBM Kabupaten Serang', 'serangkab.go.id', null),
    (1, '36.04.15', 2021, null, null, null, 4.92, null, 'e-PPGBM Kabupaten Serang', 'serangkab.go.id', null)
) as told (number, area_code, year, month, numerator, denominator, percent, statement, author, title, published_on);
