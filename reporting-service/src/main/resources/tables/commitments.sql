select commitment_id as commitment, rembuk_id as rembuk, area_code as area, party_kind as party, quantity, due_on, state, kept_on
from commitment
where area_code >= :from and area_code < :to
order by area_code, due_on, commitment_id
limit :most
