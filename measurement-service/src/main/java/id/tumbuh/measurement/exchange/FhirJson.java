package id.tumbuh.measurement.exchange;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.Bundle;

/** FHIR on the wire. The library's context is made when the first bundle is written: it costs a second and some 50 MB. */
final class FhirJson {

    private FhirJson() {}

    /** Made by the first who asks, once. */
    private static final class Holder {
        static final FhirContext CONTEXT = FhirContext.forR4Cached();
    }

    static String write(Bundle bundle) {
        return Holder.CONTEXT.newJsonParser().encodeResourceToString(bundle);
    }
}
