select posyandu_id as posyandu, area_code as area, to_char(month, 'YYYY-MM') as month, measured, verdict, implausible, checked, rounded_heights,
    heights, spread, cases, classed, no_case
from posyandu_quality
where month = :month and area_code >= :from and area_code < :to
order by area_code, posyandu_id
limit :most
