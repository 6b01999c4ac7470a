select number, audit_group as "group", area_code as area, stage, reached_on, follow_ups, open_follow_ups, outcome
from case_audit
where number is not null and area_code >= :from and area_code < :to
order by number
limit :most
