package id.tumbuh.intervention.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CleanPictureTest {
    private static final CleanPicture CLEAN = new CleanPicture(1_000_000, 400);

    @Test
    void wherePhotosWereTakenIsNotKept() throws IOException {
        byte[] sent = Pictures.withExif(Pictures.jpeg(300, 200), 1, "-6.1234 106.5678");
        assertThat(text(sent)).contains("-6.1234 106.5678");

        Picture kept = CLEAN.of(sent).orElseThrow();

        assertThat(text(kept.jpeg())).doesNotContain("-6.1234").doesNotContain("Exif");
        assertThat(kept.width()).isEqualTo(300);
    }

    @Test
    void aPictureThatWasHeldSidewaysIsTurnedUpright() throws IOException {
        // left half red, right half blue; turned by a quarter, red is on top
        Picture kept =
                CLEAN.of(Pictures.withExif(Pictures.jpeg(300, 200), 6, "x")).orElseThrow();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(kept.jpeg()));

        assertThat(picture.getWidth()).isEqualTo(200);
        assertThat(picture.getHeight()).isEqualTo(300);
        assertThat(new Color(picture.getRGB(100, 30)).getRed()).isGreaterThan(200);
        assertThat(new Color(picture.getRGB(100, 270)).getBlue()).isGreaterThan(200);
    }

    @Test
    void aLargePictureIsMadeSmallerAndASmallOneIsLeft() throws IOException {
        assertThat(CLEAN.of(Pictures.jpeg(1000, 1000)).orElseThrow())
                .returns(400, Picture::width)
                .returns(400, Picture::height);
        assertThat(CLEAN.of(Pictures.png(3, 2)).orElseThrow()).returns(3, Picture::width);
    }

    @Test
    void moreThanSoManyPixelsAreNotDecoded() throws IOException {
        assertThat(CLEAN.of(Pictures.png(1001, 1000))).isEmpty();
        assertThat(CLEAN.of(Pictures.png(1000, 1000))).isPresent();
    }

    /** A few bytes that say they are a picture of 50,000 by 50,000. */
    @Test
    void aBombIsRefusedByItsHead() throws IOException {
        assertThat(CLEAN.of(Pictures.claiming(Pictures.png(10, 10), 50_000))).isEmpty();
    }

    @Test
    void whatIsNoPictureIsRefused() throws IOException {
        byte[] whole = Pictures.jpeg(300, 200);

        assertThat(CLEAN.of(new byte[0])).isEmpty();
        assertThat(CLEAN.of("<svg onload=alert(1)>".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(CLEAN.of(Pictures.gif(10, 10))).isEmpty();
        assertThat(CLEAN.of(Arrays.copyOf(whole, 40))).isEmpty();
        assertThat(CLEAN.of(Arrays.copyOf(Pictures.png(100, 100), 60))).isEmpty();
    }

    @Test
    void theSamePhotoHasTheSameHash() throws IOException {
        byte[] sent = Pictures.jpeg(300, 200);

        assertThat(CLEAN.of(sent).orElseThrow().hash())
                .isEqualTo(CLEAN.of(sent).orElseThrow().hash())
                .isNotEqualTo(CLEAN.of(Pictures.jpeg(301, 200)).orElseThrow().hash());
    }

    @Test
    void brokenExifIsAnUprightPicture() throws IOException {
        byte[] sent = Pictures.withExif(Pictures.jpeg(300, 200), 6, "x");
        sent[2 + 4 + 6 + 4] = 0x7F; // the directory lies far beyond the end

        assertThat(CLEAN.of(sent).orElseThrow().width()).isEqualTo(300);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
