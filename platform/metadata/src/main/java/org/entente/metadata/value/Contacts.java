package org.entente.metadata.value;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.entente.spi.Outcome;

/** Reads e-mail addresses, phone numbers and web addresses. */
final class Contacts {

    private static final int MAX_EMAIL = 254;
    private static final int MAX_URL = 2_000;

    /**
     * What mail systems take in practice: RFC 5321 without quotes, comments and literal addresses,
     * letters of any script (RFC 6531) before the at sign.
     */
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*"
                            + "@(?=.{1,253}$)([\\p{L}\\p{N}]([\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?\\.)+"
                            + "\\p{L}[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}]");

    /** {@link URI} takes a host of other than Latin letters for a name without host. */
    private static final Pattern AUTHORITY =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]*(:[0-9]{1,5})?");

    private Contacts() {}

    /** An e-mail address, its domain in small letters. */
    static Outcome<String> email(Object wire) {
        return Texts.line(wire, MAX_EMAIL)
                .then(text -> {
                    var at = text.lastIndexOf('@');
                    return at <= 64 && EMAIL.matcher(text).matches()
                            ? Outcome.done(
                                    text.substring(0, at)
                                            + text.substring(at).toLowerCase(Locale.ROOT))
                            : Refusals.invalid("email");
                });
    }

    /** A phone number in E.164; one without country code is read as of {@code country}. */
    static Outcome<String> phone(Object wire, String country) {
        return Texts.line(wire, 50).then(text -> parsed(text, country));
    }

    private static Outcome<String> parsed(String text, String country) {
        var phones = PhoneNumberUtil.getInstance();
        try {
            var number = phones.parse(text, country);
            return phones.isPossibleNumber(number) && !number.hasExtension()
                    ? Outcome.done(phones.format(number, PhoneNumberFormat.E164))
                    : Refusals.invalid("phone");
        } catch (NumberParseException e) {
            return Refusals.invalid("phone");
        }
    }

    /** An absolute http or https address. */
    static Outcome<String> url(Object wire) {
        return Texts.line(wire, MAX_URL)
                .then(text -> isWebAddress(text) ? Outcome.done(text) : Refusals.invalid("url"));
    }

    private static boolean isWebAddress(String text) {
        try {
            var uri = new URI(text);
            var scheme = uri.getScheme();
            var authority = uri.getRawAuthority();
            return scheme != null
                    && Set.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))
                    && authority != null
                    && (AUTHORITY.matcher(authority).matches()
                            || (uri.getHost() != null && uri.getRawUserInfo() == null));
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
