-- How well a posyandu measures, as measurement-service last assessed it for a month.
create table posyandu_quality (
    posyandu_id     uuid   not null,
    month           date   not null,
    version         bigint not null,
    area_code       text collate "C" not null,
    measured        bigint not null,
    verdict         text   not null,
    implausible     bigint not null,
    checked         bigint not null,
    rounded_heights bigint not null,
    heights         bigint not null,
    spread          numeric,
    spread_of       bigint not null,
    cases           bigint not null,
    classed         bigint not null,
    no_case         boolean not null,
    -- the signs that are not well, with their numbers: why to measure again
    signs           jsonb  not null,
    constraint posyandu_quality_pk primary key (posyandu_id, month)
);
create index posyandu_quality_area on posyandu_quality (area_code, month);
alter table posyandu_quality enable row level security;
alter table posyandu_quality force row level security;
create policy posyandu_quality_scope on posyandu_quality using (app_in_scope(area_code)) with check (app_in_scope(area_code));
grant select, insert, update on posyandu_quality to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values
('reconciliation.cut-off-sd', 1, date '2020-01-01', null, '-2', 'Permenkes 2/2020: stunted is TB/U below −2 SD', null),
('reconciliation.routine-sd', 1, date '2020-01-01', null, '1.0', 'WHO Child Growth Standards: the standard''s own spread', 'assumed: routine figures spread like the standard'),
('reconciliation.survey-sd', 1, date '2020-01-01', null, '1.2', 'WHO/UNICEF 2019, anthropometry data quality: surveys spread more widely', 'assumed'),
('reconciliation.largest-ratio', 1, date '2020-01-01', null, '2', 'no source: a judgement', 'assumed: children who were not measured are at the most so many times as often stunted as those who were'),
('reconciliation.agrees-within-points', 1, date '2020-01-01', null, '2', 'no source: about the sampling error of a survey of a kabupaten', 'assumed; used where the survey gives no interval'),
('reconciliation.quality-months', 1, date '2020-01-01', null, '6', 'no source', 'assumed: an assessment older than so many months tells nothing any more');
