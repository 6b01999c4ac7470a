package id.tumbuh.platform.messaging;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import org.jspecify.annotations.Nullable;

/** The W3C trace context that travels with an event, so that one trace leads from a request to the last consumer. */
final class TraceContext {
    private static final int VERSION_AND_TRACE_ID = 35;

    private TraceContext() {}

    /** The {@code traceparent} of the current span, if there is one. */
    static @Nullable String current() {
        SpanContext context = Span.current().getSpanContext();
        return context.isValid()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : null;
    }

    /** Reads a {@code traceparent}; anything unreadable is no context, never a failure. */
    static SpanContext parse(@Nullable String traceparent) {
        if (traceparent == null || traceparent.length() != 55 || !traceparent.startsWith("00-")) {
            return SpanContext.getInvalid();
        }
        return SpanContext.createFromRemoteParent(
                traceparent.substring(3, VERSION_AND_TRACE_ID),
                traceparent.substring(VERSION_AND_TRACE_ID + 1, 52),
                traceparent.endsWith("01") ? TraceFlags.getSampled() : TraceFlags.getDefault(),
                TraceState.getDefault());
    }
}
