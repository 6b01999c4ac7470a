select id, area_code as area, indicator, year, month, numerator, denominator, stated_percent,
    round(100.0 * numerator / denominator, 4) as computed_percent, statement, definition, author, title, published_on, url
from recorded_figure
where area_code >= :from and area_code < :to or area_code = :area
order by area_code, indicator, year, month nulls first, id
limit :most
