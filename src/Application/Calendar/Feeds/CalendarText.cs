using System.Text;

namespace Dashboard.Application.Calendar.Feeds;

/// <summary>Lines of a calendar file: folded at 75 octets, ended by CRLF. https://www.rfc-editor.org/rfc/rfc5545#section-3.1</summary>
internal sealed class CalendarText
{
    private const int MostOctets = 75;
    private readonly StringBuilder lines = new();

    /// <summary>A value that is in its form already, such as a date.</summary>
    public CalendarText Line(string name, string value)
    {
        var octets = 0;
        foreach (var rune in $"{name}:{value}".EnumerateRunes())
        {
            // Between characters, not inside one: programs that unfold after decoding would meet half a character.
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                lines.Append("\r\n ");
                octets = 1;
            }

            lines.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        lines.Append("\r\n");
        return this;
    }

    /// <summary>Words from outside. https://www.rfc-editor.org/rfc/rfc5545#section-3.3.11</summary>
    public CalendarText Text(string name, string words) => Line(name, Escape(words));

    public CalendarText Begin(string part) => Line("BEGIN", part);

    public CalendarText End(string part) => Line("END", part);

    public override string ToString() => lines.ToString();

    private static string Escape(string words)
    {
        var escaped = new StringBuilder(words.Length);
        foreach (var rune in words.ReplaceLineEndings("\n").EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\\' or ';' or ',':
                    escaped.Append('\\').Append(rune.ToString());
                    break;
                case '\n':
                    escaped.Append("\\n");
                    break;
                case var value when value == '\t' || !Rune.IsControl(rune):
                    escaped.Append(rune.ToString());
                    break;
            }
        }

        return escaped.ToString();
    }
}
