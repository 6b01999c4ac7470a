select c.child_id as child, c.area_code as area, a.name as area_name, c.sex, c.stunting, c.since, c.measured_on, c.height_for_age, c.age_months
from stunting_case c left join area a on a.code = c.area_code
where c.stunting <> 'NORMAL' and not c.outgrown and c.area_code >= :from and c.area_code < :to
order by c.area_code, c.child_id
limit :most
