select set_config('app.wilayah', '*', true);

-- All that one weighing shows is read from the one topic that tells all of it. Until now its stunting came from another, and a child that
-- was not stunted any more and underweight now kept its need or got a new one, by which of the two was read first.
alter table weighing add column stunting text,
    add constraint weighing_stunting check (stunting in ('NORMAL', 'STUNTED', 'SEVERELY_STUNTED'));
comment on column weighing.stunting is 'How the length for age is classed; empty where there is none or it is implausible';
alter table child add column weighed_stunting text,
    add constraint child_weighed_stunting check (weighed_stunting in ('NORMAL', 'STUNTED', 'SEVERELY_STUNTED'));
comment on column child.weighed_stunting is 'What its latest weighing with a length says: a pure function of table weighing';

-- A measurement that was written down for the wrong child is the other child's in its newest version, and nobody else's.
create index weighing_of_measurement on weighing (measurement_id);
update weighing w set voided = true
where not w.voided and exists (
    select from weighing newer where newer.measurement_id = w.measurement_id and newer.version > w.version);

-- The classes are not in what was kept: by the cut-offs of Permenkes 2/2020, which have not changed since these were measured.
update weighing set stunting = case
    when length_for_age < -3 then 'SEVERELY_STUNTED' when length_for_age < -2 then 'STUNTED' else 'NORMAL' end
where length_for_age is not null;
update child c set weighed_stunting = latest.stunting
from (select distinct on (child_id) child_id, stunting from weighing
    where not voided and stunting is not null
    order by child_id, measured_on desc, measurement_id desc) latest
where latest.child_id = c.id;
