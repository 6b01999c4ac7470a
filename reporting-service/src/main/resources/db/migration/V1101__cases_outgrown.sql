-- A case is of a balita: when a child whose growth was followed turns five, it leaves the list. One that nobody weighed for long before
-- that, or that was told of long after it was weighed, stays: nobody knows what became of it.
insert into rule (code, version, valid_from, valid_to, value, source, note) values
('case.outgrown-months', 1, date '2020-01-01', null, '60', 'Peraturan BKKBN 12/2021: balita, 0 to 59 months', 'a child of this age is on the list of cases no more'),
('case.followed-within-months', 1, date '2020-01-01', null, '12', 'assumed', 'open: a case ends by age alone only for a child that was weighed this lately, as its need does'),
('figures.telling-share', 1, date '2020-01-01', null, '0.1', 'assumed', 'open: a month in which a smaller share of the children was weighed is not shown first, for it has barely begun');

alter table stunting_case
    add column outgrown_on date,
    add column outgrown    boolean not null default false;

-- the owner, too, sees only what is in its scope
select set_config('app.wilayah', '*', true);
update stunting_case set outgrown_on = measured_on + make_interval(months => 60 - age_months)
where age_months >= 48 and changed_at < measured_on + interval '12 months';
create index stunting_case_to_outgrow on stunting_case (outgrown_on)
    where outgrown_on is not null and not outgrown and stunting <> 'NORMAL';
