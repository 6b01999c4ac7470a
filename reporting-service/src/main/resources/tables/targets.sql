select area_code as area, indicator, year, percent, author, title, published_on, url
from area_target
where area_code >= :from and area_code < :to or area_code = :area
order by area_code, indicator, year
limit :most
