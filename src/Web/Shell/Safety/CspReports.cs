namespace Dashboard.Web.Shell.Safety;

/// <summary>Takes the browsers' reports of what the content security policy stopped. One is a bug of ours or an attack: both belong in the log.</summary>
internal sealed class CspReports
{
    private const int Longest = 4096;

    public static async Task<IResult> TakeAsync(HttpContext context, ILogger<CspReports> log)
    {
        using var reader = new StreamReader(context.Request.Body);
        var buffer = new char[Longest];
        var length = await reader.ReadBlockAsync(buffer, context.RequestAborted);
        var report = new string(buffer, 0, length).ReplaceLineEndings(" ");
        log.LogWarning("Content security policy report: {Report}", report);
        return Results.NoContent();
    }
}
