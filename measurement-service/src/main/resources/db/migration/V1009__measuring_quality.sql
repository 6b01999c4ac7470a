-- The kit (set of scales and length board) a measurement was taken with, by the number on it.
alter table measurement add column kit text;
alter table measurement_revision add column kit text;

-- How well a posyandu measures, by the month in which the months looked at end. The latest version holds.
create table measuring_quality (
    posyandu_id  uuid    not null,
    month        date    not null,
    version      integer not null,
    area_code    text collate "C" not null,
    verdict      text    not null,
    figures      jsonb   not null,
    rule_version integer not null,
    assessed_at  timestamptz not null default clock_timestamp(),
    constraint measuring_quality_pk primary key (posyandu_id, month),
    constraint measuring_quality_verdict check (verdict in ('GOOD', 'ATTENTION', 'POOR', 'TOO_FEW'))
);
alter table measuring_quality enable row level security;
alter table measuring_quality force row level security;
create policy measuring_quality_scope on measuring_quality
    using (app_in_scope(area_code)) with check (app_in_scope(area_code));
grant select, insert, update, delete on measuring_quality to ${app_role};

-- Up to when what was written down has been looked at. One row.
create table measuring_quality_progress (
    assessed_until timestamptz not null
);
insert into measuring_quality_progress values ('-infinity');
grant select, update on measuring_quality_progress to ${app_role};

insert into rule (code, version, valid_from, valid_to, value, source, note) values (
    'quality.measuring', 1, '1900-01-01', null,
    '{
      "months": 6,
      "leastMeasured": 20,
      "implausible": {"attention": 0.005, "poor": 0.01},
      "spread": {"attention": 1.2, "poor": 1.3, "tooNarrow": 0.7},
      "roundedHeights": {"attention": 0.35, "poor": 0.5},
      "roundedWeights": {"attention": 0.35, "poor": 0.5},
      "repeats": {"attention": 0.02, "poor": 0.05},
      "shrunk": {"attention": 0.01, "poor": 0.03, "byCm": 1.0},
      "positionAgainstAge": {"attention": 0.05, "poor": 0.15},
      "noCase": {"leastMeasured": 40}
    }',
    'WHO and UNICEF, Recommendations for data collection, analysis and reporting on anthropometric indicators (2019): implausible '
    'values over 1 % are poor, a standard deviation of height for age over 1.2 to 1.3 is suspicious, .0 and .5 are expected in 20 %',
    'found: implausible, spread; assumed: the other limits, the six months and the least number');
