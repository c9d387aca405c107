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
            if (answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity)
            {
                return answer.StatusCode == HttpStatusCode.OK ? Outcome.Ok : Outcome.Fail;
            }

            var text = await answer.Content.ReadAsStringAsync();
            log.Unanswered($"{(int)answer.StatusCode} {text[..Math.Min(400, text.Length)]}");
            return Outcome.Unknown;
        }
        catch (Exception broken) when (broken is HttpRequestException or TaskCanceledException)
        {
            log.Unanswered(broken.GetBaseException().Message);
            return Outcome.Unknown;
        }
    }
}
