select a.code as area, a.name as area_name, to_char(m.at, 'YYYY-MM') as month, coalesce(made.amount, 0) as made,
    coalesce(missed.amount, 0) as missed, coalesce(refused.amount, 0) as refused, coalesce(due.amount, 0) as due
from area a
    cross join generate_series(cast(:month as date) - interval '11 months', cast(:month as date), interval '1 month') as m (at)
    left join lateral (select amount from month_counter c where c.area_code = a.code and c.measure = 'deliveries.made'
        and c.month <= m.at order by c.month desc limit 1) made on true
    left join lateral (select amount from month_counter c where c.area_code = a.code and c.measure = 'deliveries.missed'
        and c.month <= m.at order by c.month desc limit 1) missed on true
    left join lateral (select amount from month_counter c where c.area_code = a.code and c.measure = 'deliveries.refused'
        and c.month <= m.at order by c.month desc limit 1) refused on true
    left join lateral (select amount from month_counter c where c.area_code = a.code and c.measure = 'deliveries.due'
        and c.month <= m.at order by c.month desc limit 1) due on true
where a.code = :area or a.parent = :area
order by a.code, m.at
limit :most
