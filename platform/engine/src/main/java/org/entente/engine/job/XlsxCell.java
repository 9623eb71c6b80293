package org.entente.engine.job;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/**
 * The text of a cell of a workbook, as the API spells the value: a number without grouping, a date
 * that is shown as one by its day, with the time where there is one (ECMA-376, part 1, 18.8.30 and
 * 18.17.4).
 */
final class XlsxCell {

    /** More digits than a double holds are noise. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?[0-9.]{1,40}([eE][+-]?[0-9]{1,3})?");
    private static final Pattern SILENT = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");
    private static final Pattern CLOCK = Pattern.compile("[ymdhs]");
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_466);

    private XlsxCell() {}

    /**
     * @param from1904 whether days are counted from 1904, else from 1900
     */
    static String text(@Nullable Cell cell, boolean from1904) {
        if (cell == null) {
            return "";
        }
        var raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        return switch (cell.getType()) {
            case EMPTY -> "";
            case STRING -> cell.getText();
            case ERROR -> raw;
            case BOOLEAN -> truth(raw);
            case NUMBER -> number(cell, raw, from1904);
            case FORMULA -> NUMBER.matcher(raw).matches() ? number(cell, raw, from1904) : raw;
        };
    }

    private static String truth(String raw) {
        return raw.equals("1") ? "true" : raw.equals("0") ? "false" : raw;
    }

    private static String number(Cell cell, String raw, boolean from1904) {
        if (!NUMBER.matcher(raw).matches()) {
            return raw;
        }
        var number = new BigDecimal(raw);
        var date = isDate(cell.getDataFormatId(), cell.getDataFormatString());
        if (date && number.signum() >= 0 && number.compareTo(LAST_DAY) < 0) {
            return moment(number, from1904);
        }
        return number.signum() == 0
                ? "0"
                : number.round(DIGITS).stripTrailingZeros().toPlainString();
    }

    static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (id != null && ((id >= 14 && id <= 22) || (id >= 45 && id <= 47))) {
            return true;
        }
        if (format == null || format.equalsIgnoreCase("General")) {
            return false;
        }
        var spoken = SILENT.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return CLOCK.matcher(spoken).find();
    }

    /** The calendar of 1900 has a 29th of February that never was. */
    static String moment(BigDecimal serial, boolean from1904) {
        var days = serial.setScale(0, RoundingMode.FLOOR);
        var seconds =
                serial.subtract(days)
                        .multiply(SECONDS)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValue();
        var first =
                from1904
                        ? LocalDate.of(1904, 1, 1)
                        : days.longValue() < 60
                                ? LocalDate.of(1899, 12, 31)
                                : LocalDate.of(1899, 12, 30);
        var moment =
                LocalDateTime.of(first.plusDays(days.longValue()), LocalTime.MIDNIGHT)
                        .plusSeconds(seconds);
        return seconds == 0 ? moment.toLocalDate().toString() : moment.toString();
    }
}
