using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dashboard.Application.Tasks;

namespace Dashboard.Application.Board.Table;

/// <summary>Rows as text. A cell that a spreadsheet would take for a formula begins with an apostrophe.</summary>
internal sealed class ExportText(ExportFormat format, PortalWords words, TimeZoneInfo zone)
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\r\n\t'");

    private static readonly string[] Columns = ["Id", "Title", "Status", "Priority", "Type", "Owner", "Due", "Completed", "Record", "More records"];

    public string Head => format == ExportFormat.Json ? "[" : "\uFEFF" + Line(Columns);

    public string Foot => format == ExportFormat.Json ? "]" : "";

    public string Rows(IReadOnlyList<Card> cards, bool isFirst)
    {
        var text = new StringBuilder();
        foreach (var card in cards)
        {
            if (format == ExportFormat.Csv)
            {
                text.Append(Line(Cells(card)));
                continue;
            }

            text.Append(isFirst ? "" : ",").Append(JsonSerializer.Serialize(Json(card), ExportJson.Default.ExportRow));
            isFirst = false;
        }

        return text.ToString();
    }

    /// <summary>https://owasp.org/www-community/attacks/CSV_Injection</summary>
    internal static string Cell(string? value)
    {
        var text = value ?? "";
        if (text.TrimStart() is ['=' or '+' or '-' or '@' or '|' or '%', ..] || text is ['\t' or '\r' or '\n', ..])
        {
            text = "'" + text;
        }

        return text.AsSpan().IndexOfAny(Quoted) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private string?[] Cells(Card card) =>
    [
        card.Id > 0 ? card.Id.ToString(CultureInfo.InvariantCulture) : "",
        card.Subject,
        words.Label(TaskProperty.Status, card.Status),
        words.Label(TaskProperty.Priority, card.Priority),
        words.Label(TaskProperty.Type, card.Type),
        words.OwnerName(card.OwnerId),
        Time(card.Due),
        Time(card.CompletedAt),
        card.Records.First,
        card.Records.More == 0 ? "" : card.Records.More.ToString(CultureInfo.InvariantCulture),
    ];

    private ExportRow Json(Card card) => new(
        card.Id, card.Subject, card.Status, words.Label(TaskProperty.Status, card.Status), card.Priority, card.Type, card.OwnerId, words.OwnerName(card.OwnerId),
        card.Due, card.CompletedAt, card.IsClosed, card.Records.First);

    private string Time(DateTimeOffset? instant) =>
        instant is { } at ? TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";
}

internal sealed record ExportRow(
    long Id, string Subject, string? Status, string StatusLabel, string? Priority, string? Type, long? OwnerId, string Owner, DateTimeOffset? Due,
    DateTimeOffset? CompletedAt, bool IsClosed, string? Record);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ExportRow))]
internal sealed partial class ExportJson : JsonSerializerContext;
