select area_code as area, field, count(*) as open, count(*) filter (where coalesce(stage, 'SENT') = 'SENT') as waiting,
    count(*) filter (where stage = 'DECLINED') as declined, count(*) filter (where stage = 'DONE') as done,
    count(*) filter (where due_on < cast(now() at time zone 'Asia/Jakarta' as date) and stage is distinct from 'DONE') as overdue
from referral
where state = 'OPEN' and area_code >= :from and area_code < :to
group by area_code, field
order by area_code, field
limit :most
