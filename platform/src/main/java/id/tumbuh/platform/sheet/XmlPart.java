package id.tumbuh.platform.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The tags of one part, by local name: the strict and the transitional form of the format differ in namespaces only. */
final class XmlPart implements Closeable {
    private static final XMLInputFactory FACTORY = factory();

    private final InputStream in;
    private final XMLStreamReader reader;

    private XmlPart(InputStream in, XMLStreamReader reader) {
        this.in = in;
        this.reader = reader;
    }

    static XmlPart of(InputStream in) throws IOException {
        try {
            // Always UTF-8: another encoding would hide the bytes that ZipParts looks for.
            Reader text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
            return new XmlPart(in, FACTORY.createXMLStreamReader(text));
        } catch (XMLStreamException | RuntimeException failure) {
            throw problem(failure);
        }
    }

    /** One step: a constant of {@link XMLStreamConstants}. */
    int step() throws IOException {
        try {
            return reader.hasNext() ? reader.next() : XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException | RuntimeException failure) { // the parser throws both on hostile input
            throw problem(failure);
        }
    }

    /** Whether another element begins; otherwise the part is over. */
    boolean nextElement() throws IOException {
        for (int event = step(); event != XMLStreamConstants.END_DOCUMENT; event = step()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    String name() {
        return reader.getLocalName();
    }

    @Nullable
    String attribute(String name) {
        for (int each = 0; each < reader.getAttributeCount(); each++) {
            if (reader.getAttributeLocalName(each).equals(name)) {
                return reader.getAttributeValue(each);
            }
        }
        return null;
    }

    void appendTextTo(BoundedText text) throws UnreadableSheet {
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException | RuntimeException _) {
            // nothing is left to lose
        }
        in.close();
    }

    private static IOException problem(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableSheet known) {
                return known;
            }
            if (cause instanceof XMLStreamException stream
                    && stream.getNestedException() instanceof UnreadableSheet known) {
                return known;
            }
        }
        return new UnreadableSheet(FileProblem.BROKEN_FILE);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLReporter((_, _, _, _) -> {}); // otherwise the parser prints what it can't read
        return factory;
    }
}
