select area_code as area, day, type, events, to_char(last_occurred at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as last_occurred, to_char(last_received at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as last_received
from arrival
where area_code >= :from and area_code < :to
order by area_code, day, type
limit :most
