using System.Diagnostics;

namespace Dashboard.Bench.Rig;

/// <summary>Asks for one page again and again over a bounded number of connections. Loopback only.</summary>
internal sealed class Load
{
    private readonly Uri page;
    private readonly string cookies;

    public Load(string page, string cookies)
    {
        (this.page, this.cookies) = (new Uri(page), cookies);
        if (!this.page.IsLoopback)
        {
            throw new ArgumentException("Only this machine is put under load.", nameof(page));
        }
    }

    /// <summary>Enough for the compiler of the measured process to have settled.</summary>
    public async Task WarmAsync()
    {
        for (var pages = 0; pages < 600;)
        {
            pages += (await ManyAsync(4, TimeSpan.FromSeconds(4))).Pages;
        }
    }

    public async Task<IReadOnlyList<(double FirstByte, double Whole, long Bytes)>> OneByOneAsync(int times)
    {
        using var http = Client(1);
        var answers = new List<(double, double, long)>();
        for (var i = 0; i < times; i++)
        {
            answers.Add(await AskAsync(http));
        }

        return answers;
    }

    public async Task<(int Pages, double Seconds)> ManyAsync(int connections, TimeSpan duration)
    {
        using var http = Client(connections);
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            var count = 0;
            while (Stopwatch.GetElapsedTime(started) < duration)
            {
                await AskAsync(http);
                count++;
            }

            return count;
        })));
        return (counts.Sum(), Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    public async Task<long> CompressedBytesAsync()
    {
        using var http = Client(1);
        http.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        return (await AskAsync(http)).Bytes;
    }

    private HttpClient Client(int connections)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false, AllowAutoRedirect = false, MaxConnectionsPerServer = connections });
        http.DefaultRequestHeaders.Add("Cookie", cookies);
        http.DefaultRequestHeaders.Add("Accept", "text/html");
        return http;
    }

    private async Task<(double FirstByte, double Whole, long Bytes)> AskAsync(HttpClient http)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await http.GetAsync(page, HttpCompletionOption.ResponseHeadersRead);
        var firstByte = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (answer.StatusCode != System.Net.HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"The page answered {answer.StatusCode}: nothing can be measured.");
        }

        var bytes = 0L;
        var buffer = new byte[64 * 1024];
        await using var body = await answer.Content.ReadAsStreamAsync();
        while (await body.ReadAsync(buffer) is > 0 and var read)
        {
            bytes += read;
        }

        return (firstByte, Stopwatch.GetElapsedTime(started).TotalMilliseconds, bytes);
    }
}
