select id, area_code as area, indicator, instrument, year, percent, interval_low, interval_high, sample_size, definition, author, title, published_on, url
from survey_estimate
where area_code >= :from and area_code < :to or area_code = :area
order by area_code, indicator, year, id
limit :most
