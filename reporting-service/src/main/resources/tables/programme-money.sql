select programme_id as programme, area_code as area, year, opd_field as field, kind, indicator, target, output[1] as output_q1, output[2] as output_q2,
    output[3] as output_q3, output[4] as output_q4, budget, spent[1] as spent_q1, spent[2] as spent_q2, spent[3] as spent_q3, spent[4] as spent_q4, part_of
from programme
where active and year = :year and area_code >= :from and area_code < :to
order by area_code, programme_id
limit :most
