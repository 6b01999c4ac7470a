package id.tumbuh.registry.area;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.tumbuh.platform.access.AreaLevel;
import id.tumbuh.platform.messaging.IntegrationEvent;
import java.util.List;

/** A kabupaten or kota with every kecamatan and desa in it, as the list in force has them. */
record AreasPublished(
        String code,
        String name,
        AreaLevel level,
        String parentCode,
        String parentName,
        long version,
        List<AreaList.Entry> areas)
        implements IntegrationEvent {

    AreasPublished {
        areas = List.copyOf(areas);
    }

    @Override
    @JsonIgnore
    public String topic() {
        return "registry.areas";
    }

    @Override
    @JsonIgnore
    public String type() {
        return "id.tumbuh.registry.areas-published.v1";
    }

    @Override
    @JsonIgnore
    public String key() {
        return code;
    }

    @Override
    @JsonIgnore
    public String partitionKey() {
        return code;
    }

    @Override
    @JsonIgnore
    public long sequence() {
        return version;
    }
}
