package id.tumbuh.intervention.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Reads a photo and writes it anew: place, time and device, which stand beside the picture, are not written. */
final class CleanPicture {
    private static final Set<String> FORMATS = Set.of("jpeg", "png");
    private static final float QUALITY = 0.85f;
    /** Pictures take memory while they are decoded: no more than two at once. */
    private static final Semaphore TURNS = new Semaphore(2);

    private final long maxPixels;
    private final int keepSide;

    CleanPicture(long maxPixels, int keepSide) {
        this.maxPixels = maxPixels;
        this.keepSide = keepSide;
    }

    /** Nothing when it is no JPEG or PNG that can be read, or has more pixels than anybody needs. */
    Optional<Picture> of(byte[] sent) {
        TURNS.acquireUninterruptibly();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                return isAcceptable(reader) ? Optional.of(clean(reader, Orientation.of(sent))) : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            return Optional.empty();
        } finally {
            TURNS.release();
        }
    }

    private boolean isAcceptable(ImageReader reader) throws IOException {
        return FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))
                && (long) reader.getWidth(0) * reader.getHeight(0) <= maxPixels;
    }

    private Picture clean(ImageReader reader, int orientation) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / keepSide);
        param.setSourceSubsampling(step, step, 0, 0);
        BufferedImage upright = upright(reader.read(0, param), orientation);
        return new Picture(jpeg(upright), upright.getWidth(), upright.getHeight());
    }

    private BufferedImage upright(BufferedImage read, int orientation) {
        double scale = Math.min(1.0, (double) keepSide / Math.max(read.getWidth(), read.getHeight()));
        int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        boolean turned = Orientation.isTurned(orientation);
        BufferedImage kept =
                new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = kept.createGraphics();
        try {
            canvas.setColor(Color.WHITE); // where a PNG lets something through
            canvas.fillRect(0, 0, kept.getWidth(), kept.getHeight());
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            canvas.transform(Orientation.transform(orientation, width, height));
            canvas.drawImage(read, 0, 0, width, height, null);
        } finally {
            canvas.dispose();
        }
        return kept;
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
