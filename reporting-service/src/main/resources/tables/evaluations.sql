select e.area_code as area, a.name as area_name, e.period, e.state, e.version, to_char(e.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as changed_at, s.number as submissions,
    to_char(s.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as submitted_at, s.late, s.hash
from evaluation e
    left join area a on a.code = e.area_code
    left join lateral (select * from evaluation_submission h where h.area_code = e.area_code and h.period = e.period
        order by h.number desc limit 1) s on true
where e.area_code >= :from and e.area_code < :to or e.area_code = :area
order by e.area_code, e.period
limit :most
