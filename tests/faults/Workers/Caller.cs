using System.Net;
using System.Net.Http.Json;

namespace Dashboard.Faults.Workers;

/// <summary>Asks for what is wished at an address, over a new connection each time, and writes down what came of it.</summary>
public sealed class Caller(string origin, CallLog log) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = new Uri(origin), Timeout = TimeSpan.FromSeconds(20), DefaultRequestHeaders = { ConnectionClose = true } };

    public async Task<Outcome> AskAsync(Wish wish)
    {
        var outcome = await OutcomeAsync(wish);
        log.Write(wish, outcome);
        return outcome;
    }

    public void Dispose() => http.Dispose();

    private async Task<Outcome> OutcomeAsync(Wish wish)
    {
        try
        {
            using var answer = await http.PostAsJsonAsync("/do", wish);
            return answer.StatusCode switch { HttpStatusCode.OK => Outcome.Ok, HttpStatusCode.UnprocessableEntity => Outcome.Fail, _ => Outcome.Unknown };
        }
        catch (Exception broken) when (broken is HttpRequestException or TaskCanceledException)
        {
            return Outcome.Unknown;
        }
    }
}
