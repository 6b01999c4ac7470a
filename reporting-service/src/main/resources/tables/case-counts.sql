select a.code as area, a.name as area_name, coalesce(c.stunted, 0) as stunted, coalesce(c.severely_stunted, 0) as severely_stunted
from area a left join case_counter c on c.area_code = a.code
where a.code = :area or a.parent = :area
order by a.code
limit :most
