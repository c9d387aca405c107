using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dashboard.Application.Tasks;

namespace Dashboard.Application.Board.Table;

/// <summary>Rows as text. A cell that a spreadsheet would take for a formula begins with an apostrophe.</summary>
internal sealed class ExportText(ExportFormat format, PortalWords words, TimeZoneInfo zone, IReadOnlyList<TableColumn> columns)
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\r\n\t'");

    public string Head => format == ExportFormat.Json ? "[" : "\uFEFF" + Line(["Id", "Title", .. columns.SelectMany(Heads)]);

    public string Foot => format == ExportFormat.Json ? "]" : "";

    public string Rows(IReadOnlyList<TableRow> rows, bool isFirst)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            if (format == ExportFormat.Csv)
            {
                text.Append(Line(Cells(row)));
                continue;
            }

            text.Append(isFirst ? "" : ",").Append(JsonSerializer.Serialize(Json(row), ExportJson.Default.ExportRow));
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

    /// <summary>A task may have many records: the first by name, the others by number.</summary>
    private static string[] Heads(TableColumn column) => column switch
    {
        TableColumn.Record => ["Record", "More records"],
        TableColumn.Modified => ["Changed"],
        _ => [column.ToString()],
    };

    private IEnumerable<string?> Cells(TableRow row) =>
        [row.Card.Id > 0 ? row.Card.Id.ToString(CultureInfo.InvariantCulture) : "", row.Card.Subject, .. columns.SelectMany(column => Cells(column, row))];

    private string?[] Cells(TableColumn column, TableRow row) => column switch
    {
        TableColumn.Status => [words.Label(TaskProperty.Status, row.Card.Status)],
        TableColumn.Priority => [words.Label(TaskProperty.Priority, row.Card.Priority)],
        TableColumn.Type => [words.Label(TaskProperty.Type, row.Card.Type)],
        TableColumn.Owner => [words.OwnerName(row.Card.OwnerId)],
        TableColumn.Record => [row.Card.Records.First, row.Card.Records.More == 0 ? "" : row.Card.Records.More.ToString(CultureInfo.InvariantCulture)],
        TableColumn.Due => [Time(row.Card.Due)],
        TableColumn.Completed => [Time(row.Card.CompletedAt)],
        TableColumn.Created => [Time(row.CreatedAt)],
        TableColumn.Modified => [Time(row.ModifiedAt)],
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "No such column."),
    };

    private ExportRow Json(TableRow row) => Json(row, row.Card);

    private ExportRow Json(TableRow row, Card card) => new(
        card.Id, card.Subject, card.Status, words.Label(TaskProperty.Status, card.Status), card.Priority, card.Type, card.OwnerId, words.OwnerName(card.OwnerId),
        card.Due, card.CompletedAt, card.IsClosed, card.Records.First, row.CreatedAt, row.ModifiedAt);

    private string Time(DateTimeOffset? instant) =>
        instant is { } at ? TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";
}

internal sealed record ExportRow(
    long Id, string Subject, string? Status, string StatusLabel, string? Priority, string? Type, long? OwnerId, string Owner, DateTimeOffset? Due,
    DateTimeOffset? CompletedAt, bool IsClosed, string? Record, DateTimeOffset CreatedAt, DateTimeOffset ModifiedAt);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ExportRow))]
internal sealed partial class ExportJson : JsonSerializerContext;
