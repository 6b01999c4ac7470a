select id, area_code as area, to_char(month, 'YYYY-MM') as month, revision, reason, to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as published_at, to_char(as_of at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as as_of, smallest_shown, round_to, hash
from publication
where area_code >= :from and area_code < :to or area_code = :area
order by area_code, month, revision
limit :most
