-- One visit is asked for while something is given, by any month of it. It is taken back when what was measured turns out wrong, and stands
-- again when it was right after all.
alter table home_visit add column withdrawn_on date,
    drop constraint home_visit_once,
    drop constraint home_visit_once_enrolled;
create unique index home_visit_once on home_visit (placement_id) where withdrawn_on is null;
create unique index home_visit_once_enrolled on home_visit (enrolment_id) where withdrawn_on is null;
